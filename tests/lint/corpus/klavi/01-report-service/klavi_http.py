"""Low-level access to Klavi: one request, one decoded answer, our own resilience."""
from __future__ import annotations

import functools
import logging
import random
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import requests

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)

TRANSIENT = frozenset({429, 500, 502, 503, 504})


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"Klavi {code}: {message}")
        self.code = code
        self.message = message


def resilient(attempts: int = 4, base: float = 1.5) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            attempt = 0
            while True:
                attempt += 1
                try:
                    return fn(*args, **kwargs)
                except KlaviError as error:
                    if error.code not in TRANSIENT or attempt >= attempts:
                        raise
                    pause = base * 2**attempt + random.random()
                    log.info("%s; attempt %d, next in %.1fs", error, attempt, pause)
                    time.sleep(pause)

        return wrapper

    return decorate


class Http:
    def __init__(self, partner: str, token: str, base_url: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Partner-Code": partner, "Authorization": f"Bearer {token}"})

    @resilient()
    def get(self, path: str, **params: str) -> tuple[int, dict[str, Any]]:
        body = self.session.get(self.base_url + path, params=params, timeout=30).json()
        code = int(body["code"])
        if code not in (200, 201, 202, 203):
            raise KlaviError(code, body.get("message", ""))
        return code, body["data"]
