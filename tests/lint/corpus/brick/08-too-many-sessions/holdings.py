"""Investment positions from Brick Insurance, read by the nightly valuation job."""
from __future__ import annotations

import json
import time
from functools import partial
from typing import Any, Callable, NamedTuple, Protocol

import urllib3


class Reply(NamedTuple):
    status: int
    body: dict[str, Any]
    raw: str

    @property
    def ok(self) -> bool:
        return self.status == 200


class Sender(Protocol):
    def __call__(self) -> Reply: ...


class PositionsFailed(Exception):
    def __init__(self, reply: Reply, attempts: int) -> None:
        super().__init__(f"HTTP {reply.status} after {attempts} attempt(s): {reply.raw[:400]}")
        self.status = reply.status
        self.code = reply.body.get("code") or reply.body.get("error")
        self.body = reply.body
        self.attempts = attempts


def may_repeat(reply: Reply) -> bool:
    if reply.status in range(500, 600):
        return True
    # the one 4xx for which the 50x schedule is allowed; it has no code of its own
    return reply.status == 429 and "too many sessions" in reply.raw.lower()


def persist(send: Sender, sleep: Callable[[float], None]) -> Reply:
    reply, attempts, pause = send(), 1, 3.0
    while not reply.ok and attempts <= 5 and may_repeat(reply):
        sleep(pause)
        pause *= 2
        reply, attempts = send(), attempts + 1
    if not reply.ok:
        raise PositionsFailed(reply, attempts)
    return reply


class Positions:
    def __init__(self, base_url: str, token: str, sleep: Callable[[float], None] | None = None) -> None:
        self._base = base_url
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
        self._pool = urllib3.PoolManager(retries=False, timeout=20.0)
        self._sleep = sleep

    def _get(self, path: str, page: int) -> Reply:
        response = self._pool.request(
            "GET", self._base + path, fields={"page": str(page)}, headers=self._headers, preload_content=True
        )
        raw = response.data.decode("utf-8", "replace")
        try:
            body = json.loads(raw)
        except ValueError:
            body = {}
        return Reply(response.status, body if isinstance(body, dict) else {}, raw)

    def load(self, consent_id: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        page, last = 1, 1
        while page <= last:
            path = f"/open-banking/funds/v1/investments/{consent_id}"
            reply = persist(partial(self._get, path, page), self._sleep or time.sleep)
            found += reply.body.get("data", [])
            last = int((reply.body.get("meta") or {}).get("totalPages", page))
            page += 1
        return found
