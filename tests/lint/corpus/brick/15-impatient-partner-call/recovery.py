from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

PARTNER_CALL = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})


class CallFailed(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        super().__init__(status, body)

    @property
    def code(self) -> str | None:
        return self.body.get("code")


def partner_failed(exc: CallFailed) -> bool:
    return exc.code in PARTNER_CALL


def retrying(call: Callable[[], T], *, when: Callable[[CallFailed], bool], tries: int, delay: float) -> T:
    """Runs call up to `tries` times with `delay` seconds between."""
    for attempt in range(1, tries + 1):
        try:
            return call()
        except CallFailed as exc:
            if attempt == tries or not when(exc):
                raise
        time.sleep(delay)
    raise ValueError(f"tries must be positive, not {tries}")


def patiently(call: Callable[[], T]) -> T:
    run = functools.partial(retrying, when=partner_failed, tries=3, delay=5)
    return run(call)
