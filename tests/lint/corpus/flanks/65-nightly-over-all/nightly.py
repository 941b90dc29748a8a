"""Nightly sweep over all credentials: a failing one must not stop the others."""
from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import urllib3

log = logging.getLogger(__name__)

PAGE_SIZE = 100


@dataclass
class Outcome:
    credential: str
    status: int
    error_code: int | None = None
    error: str | None = None
    movements: list[dict[str, Any]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.error_code is None


@dataclass
class Summary:
    outcomes: list[Outcome]

    def failures(self) -> dict[tuple[int, int | None], int]:
        return dict(Counter((o.status, o.error_code) for o in self.outcomes if not o.ok))


class Sweep:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._url = base_url + "/v0/bank/transaction"
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(30))
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def _page(self, credential: str, offset: int) -> tuple[int, dict[str, Any]]:
        query = {"credentials_token": credential, "offset": offset, "limit": PAGE_SIZE}
        reply = self._pool.request("POST", self._url, body=json.dumps(query).encode(), headers=self._headers)
        return reply.status, json.loads(reply.data)

    def one(self, credential: str) -> Outcome:
        movements: list[dict[str, Any]] = []
        while True:
            status, body = self._page(credential, len(movements))
            if status != 200 or body.get("error_code") is not None:
                return Outcome(credential, status, body.get("error_code"), body.get("error"), movements)
            page = body["transactions"]
            movements += page
            if len(page) < PAGE_SIZE:
                return Outcome(credential, status, movements=movements)

    def run(self, credentials: Iterable[str]) -> Summary:
        outcomes = []
        for credential in credentials:
            outcome = self.one(credential)
            outcomes.append(outcome)
            if not outcome.ok:
                log.warning("%s...: %s/%s", credential[:4], outcome.status, outcome.error_code)
                continue
            log.info("%s...: %d movements", credential[:4], len(outcome.movements))
        return Summary(outcomes)
