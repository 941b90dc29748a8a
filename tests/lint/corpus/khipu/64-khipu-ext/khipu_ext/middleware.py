"""A middleware is called as `mw(request, call_next)` and returns the `Data` of the answer."""
from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple, Protocol

from .errors import Advice, KhipuError, Postponed

log = logging.getLogger("khipu_ext")


class Request(NamedTuple):
    path: str
    payload: dict[str, Any]


Next = Callable[[Request], Any]


class Middleware(Protocol):
    def __call__(self, request: Request, call_next: Next) -> Any: ...


class Journal:
    def __init__(self, sink: Callable[[str], None] = log.info) -> None:
        self.sink = sink

    def __call__(self, request: Request, call_next: Next) -> Any:
        try:
            data = call_next(request)
        except KhipuError as exc:
            self.sink(f"{request.path} -> {exc.code} {exc.advice}")
            raise
        self.sink(f"{request.path} -> ok")
        return data


class FollowAdvice:
    def __init__(self, immediate: int = 2) -> None:
        self.immediate = immediate

    def __call__(self, request: Request, call_next: Next) -> Any:
        left = self.immediate
        while True:
            try:
                return call_next(request)
            except KhipuError as exc:
                match exc.advice:
                    case Advice.RETRY_IMMEDIATELY if left:
                        left -= 1
                    case Advice.WAIT_4_HOURS_BEFORE_RETRY:
                        raise Postponed(exc, timedelta(hours=4)) from exc
                    case _:
                        raise


def stack(middlewares: Sequence[Middleware], send: Next) -> Next:
    for mw in reversed(middlewares):
        send = partial(_apply, mw, send)
    return send


def _apply(mw: Middleware, call_next: Next, request: Request) -> Any:
    return mw(request, call_next)
