from __future__ import annotations

import time
import uuid
from typing import Any, Callable, TypeVar

import httpx

from ._errors import failure_of
from ._retry import Compose, Overload, Policy, UnreachablePeer

T = TypeVar("T")
Decoder = Callable[[dict[str, Any]], T]


def _tag(request: httpx.Request) -> None:
    request.headers.setdefault("x-fapi-interaction-id", str(uuid.uuid4()))


class Transport:
    def __init__(self, base_url: str, token: str, policy: Policy | None = None) -> None:
        self._policy: Policy = policy if policy is not None else Compose(Overload(), UnreachablePeer())
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"request": [_tag]},
            timeout=httpx.Timeout(30.0, connect=5.0),
        )

    def get(self, path: str, decode: Decoder[T], /, **query: str | int) -> T:
        resent = 0
        while (failure := failure_of(response := self._http.get(path, params=query))) is not None:
            delay = self._policy.delay(failure, resent)
            if delay is None:
                raise failure
            time.sleep(delay)
            resent += 1
        return decode(response.json() if response.content else {})
