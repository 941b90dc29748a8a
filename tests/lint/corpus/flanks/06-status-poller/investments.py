from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from flanks_rest import FlanksFailure, RequestsRest, Rest


class GaveUpWaiting(Exception):
    """The extraction did not finish within the time that we give it."""


class ExtractionErrored(Exception):
    """Needs a ticket with the provider."""


def ticks(every: float, count: int) -> Iterator[int]:
    for n in range(count):
        yield n
        time.sleep(every)


class Investments:
    def __init__(self, rest: Rest, *, every: float = 60.0, count: int = 30) -> None:
        self._rest = rest
        self._every = every
        self._count = count

    @classmethod
    def over_http(cls, base_url: str, access_token: str) -> "Investments":
        return cls(RequestsRest(base_url, access_token))

    def _ready(self, credentials_token: str) -> bool:
        try:
            status = self._rest.post("v0/credentials/status", {"credentials_token": credentials_token})
        except FlanksFailure as exc:
            if exc.processing:
                return False
            raise
        if status.get("errored"):
            raise ExtractionErrored(credentials_token)
        return bool(status.get("created"))

    def read(self, credentials_token: str) -> list[dict[str, Any]]:
        last: FlanksFailure | None = None
        for _ in ticks(self._every, self._count):
            if not self._ready(credentials_token):
                continue
            try:
                return self._rest.post("v0/bank/investment", {"credentials_token": credentials_token})["investments"]
            except FlanksFailure as exc:
                if not exc.processing:
                    raise
                last = exc
        raise GaveUpWaiting(credentials_token) from last
