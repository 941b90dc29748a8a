"""Nightly: status of each consent that our customers gave."""
from __future__ import annotations

import logging
import time
from collections.abc import Iterable

from consents_api import ConsentData, ConsentsApi
from exceptions import ServiceException

log = logging.getLogger(__name__)

ROUNDS = 3
PAUSE = 60


def fetch(api: ConsentsApi, consent_id: str) -> ConsentData:
    for attempt in range(1, ROUNDS + 1):
        try:
            return api.consents_get_consent_id(consent_id).data
        except ServiceException as exc:
            if attempt == ROUNDS:
                raise
            log.warning("consent %s: HTTP %s, round %d", consent_id, exc.status, attempt)
            time.sleep(PAUSE)
    raise AssertionError("unreachable")


def run(api: ConsentsApi, consent_ids: Iterable[str]) -> dict[str, str]:
    statuses: dict[str, str] = {}
    for consent_id in consent_ids:
        statuses[consent_id] = fetch(api, consent_id).status
    return statuses
