from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import requests

_REGISTRY: dict[int, type["BrickFault"]] = {}


class BrickFault(Exception):
    def __init__(self, status: int, payload: dict[str, Any]) -> None:
        self.status = status
        self.payload = payload
        self.code = payload.get("code") or payload.get("error")
        super().__init__(f"{status} {self.code}: {payload.get('title') or payload.get('message')}")


def for_status(*statuses: int) -> Callable[[type[BrickFault]], type[BrickFault]]:
    def register(cls: type[BrickFault]) -> type[BrickFault]:
        for status in statuses:
            _REGISTRY[status] = cls
        return cls

    return register


@for_status(401, 403)
class AccessFault(BrickFault):
    """Token or consent does not allow this."""


@for_status(404)
class MissingFault(BrickFault):
    pass


@for_status(422)
class RuleFault(BrickFault):
    pass


@for_status(423, 429)
class QuotaFault(BrickFault):
    pass


@for_status(500, 501, 502, 503, 504, 505, 529)
class PlatformFault(BrickFault):
    pass


@contextmanager
def translated() -> Iterator[None]:
    """requests' HTTPError in, ours out."""
    try:
        yield
    except requests.HTTPError as exc:
        response = exc.response
        try:
            payload = response.json()
        except ValueError:
            payload = {}
        cls = _REGISTRY.get(response.status_code, BrickFault)
        raise cls(response.status_code, payload if isinstance(payload, dict) else {}) from exc
