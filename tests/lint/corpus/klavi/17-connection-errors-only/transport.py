from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

import requests

log = logging.getLogger(__name__)
T = TypeVar("T")


class KlaviError(Exception):
    """Klavi answered, and the answer was not a complete success."""

    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        super().__init__(f"{body.get('code')} {body.get('message')}")

    @property
    def code(self) -> Any:
        return self.body.get("code")


def on_network_trouble(times: int, pause: float) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Repeats the call when no reply came at all. A reply of any kind goes through."""

    def wrap(func: Callable[..., T]) -> Callable[..., T]:
        @functools.wraps(func)
        def inner(*args: Any, **kwargs: Any) -> T:
            for left in reversed(range(times)):
                try:
                    return func(*args, **kwargs)
                except (requests.ConnectionError, requests.Timeout) as exc:
                    if not left:
                        raise
                    log.warning("%s: %s, %d tries left", func.__name__, exc, left)
                    time.sleep(pause)
            raise ValueError("times must be at least 1")

        return inner

    return wrap
