"""Transport that gives Brick's 50x family the time the documentation asks for. Knows nothing of payments."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable

import httpx

log = logging.getLogger(__name__)

# Five new attempts, base of three seconds, doubled each time.
SCHEDULE = tuple(3.0 * 2**n for n in range(5))
FAMILY_50X = range(500, 510)


class PatientTransport(httpx.BaseTransport):
    def __init__(
        self,
        inner: httpx.BaseTransport | None = None,
        schedule: tuple[float, ...] = SCHEDULE,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._inner = inner or httpx.HTTPTransport()
        self._schedule = schedule
        self._sleep = sleep or time.sleep

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._inner.handle_request(request)
        for pause in self._schedule:
            if response.status_code not in FAMILY_50X:
                break
            log.info("%s %s: %d, again in %.0f s", request.method, request.url.path, response.status_code, pause)
            response.close()
            self._sleep(pause)
            response = self._inner.handle_request(request)
        return response

    def close(self) -> None:
        self._inner.close()
