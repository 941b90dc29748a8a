from __future__ import annotations

import logging
from collections.abc import Iterable

from applications import Application, Applications

log = logging.getLogger(__name__)

ENVIRONMENTS = ("staging", "production")


def names(product: str, environments: Iterable[str] = ENVIRONMENTS) -> list[str]:
    return [f"{product}-{environment}" for environment in environments]


def setup_all(applications: Applications, products: Iterable[str]) -> dict[str, Application]:
    done: dict[str, Application] = {}
    for product in products:
        for name in names(product):
            done[name] = applications.ensure(name)
            log.info("application %s is there", name)
    return done
