"""International wires."""
from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from .errors import RateLimited, SynapseError, check

log = logging.getLogger(__name__)


class Wires:
    attempts = 4

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def _post(self, path: str, payload: dict[str, Any], key: str) -> dict[str, Any]:
        return check(self.http.post(path, json=payload, headers={"X-SP-IDEMPOTENCY-KEY": key}).json())

    def send(self, user: str, node: str, payload: dict[str, Any], key: str) -> str:
        path = f"/users/{user}/nodes/{node}/trans"
        for attempt in range(1, self.attempts + 1):
            try:
                return self._post(path, payload, key)["_id"]
            except SynapseError as exc:
                log.error("wire %s refused: %s", key, exc)
                raise
            except RateLimited:
                if attempt == self.attempts:
                    raise
                time.sleep(15 * attempt)
        raise AssertionError
