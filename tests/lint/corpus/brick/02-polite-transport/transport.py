from __future__ import annotations

from collections.abc import Callable

import httpx


def doubling(base: float, times: int):
    for n in range(times):
        yield base * 2**n


class PoliteTransport(httpx.BaseTransport):
    """Sends a request again while the server side fails, as the provider suggests."""

    def __init__(self, inner: httpx.BaseTransport, sleep: Callable[[float], None]) -> None:
        self._inner = inner
        self._sleep = sleep

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        waits = doubling(3, 5)
        while (response := self._inner.handle_request(request)).status_code // 10 == 50:
            wait = next(waits, None)
            if wait is None:
                break
            response.close()
            self._sleep(wait)
        return response

    def close(self) -> None:
        self._inner.close()
