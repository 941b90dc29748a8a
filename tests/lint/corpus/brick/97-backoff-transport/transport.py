"""Waiting belongs to the wire, not to the use cases."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx

from errors import decode

OTHER_BANK_TROUBLE = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


def doubling(base: float = 3.0, factor: float = 2.0, rounds: int = 5) -> Iterator[float]:
    delay = base
    for _ in range(rounds):
        yield delay
        delay *= factor


def other_bank() -> Iterator[float]:
    yield 4 * 60
    yield 10 * 60


class PatientTransport(httpx.BaseTransport):
    def __init__(self, inner: httpx.BaseTransport, sleep: Callable[[float], None] | None = None) -> None:
        self._inner = inner
        self._sleep = sleep or time.sleep

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        server, bank = doubling(), other_bank()
        dials = 0
        while True:
            try:
                response = self._inner.handle_request(request)
            except httpx.ConnectError:
                dials += 1
                if dials > 2:
                    raise
                self._sleep(dials)
                continue
            delay = self._delay(response, server, bank)
            if delay is None:
                return response
            response.close()
            self._sleep(delay)

    @staticmethod
    def _delay(response: httpx.Response, server: Iterator[float], bank: Iterator[float]) -> float | None:
        if response.status_code // 10 == 50:
            return next(server, None)
        if response.status_code == 400:
            response.read()
            if decode(response).get("code") in OTHER_BANK_TROUBLE:
                return next(bank, None)
        return None

    def close(self) -> None:
        self._inner.close()
