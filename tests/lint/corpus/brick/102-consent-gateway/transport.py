"""httpx transport that resends what Brick Bank recommends to resend."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus

import httpx

log = logging.getLogger("brick.transport")

TOO_MANY_SESSIONS = "Too Many Sessions"


def exponential(base: float = 3.0, factor: float = 2.0, attempts: int = 5) -> Iterator[float]:
    pause = base
    for _ in range(attempts):
        yield pause
        pause *= factor


def session_clash(response: httpx.Response) -> bool:
    if response.status_code != HTTPStatus.TOO_MANY_REQUESTS:
        return False
    try:
        return response.json().get("title") == TOO_MANY_SESSIONS
    except (ValueError, AttributeError):
        return False


def worth_repeating(response: httpx.Response) -> bool:
    return 500 <= response.status_code <= 505 or session_clash(response)


class PatientTransport(httpx.BaseTransport):
    def __init__(
        self,
        inner: httpx.BaseTransport | None = None,
        schedule: Callable[[], Iterator[float]] = exponential,
    ) -> None:
        self._inner = inner or httpx.HTTPTransport()
        self._schedule = schedule

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        response = self._inner.handle_request(request)
        for pause in self._schedule():
            response.read()
            if not worth_repeating(response):
                break
            log.info("%s answered %s, next try in %.0f s", request.url.path, response.status_code, pause)
            response.close()
            time.sleep(pause)
            response = self._inner.handle_request(request)
        return response

    def close(self) -> None:
        self._inner.close()
