from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import requests

from .errors import raise_for_error
from .models import Envelope, Movement

Next = Callable[[str, dict[str, Any]], Envelope]


class Middleware(Protocol):
    def __call__(self, path: str, payload: dict[str, Any], call_next: Next) -> Envelope: ...


class RetryImmediately:
    """Repeats what Khipu says may be repeated, and nothing else."""

    def __init__(self, attempts: int = 3, pause: float = 2.0) -> None:
        self.attempts = attempts
        self.pause = pause

    def __call__(self, path: str, payload: dict[str, Any], call_next: Next) -> Envelope:
        envelope = call_next(path, payload)
        for _ in range(self.attempts - 1):
            if envelope.error is None or envelope.error.type != "RETRY_IMMEDIATELY":
                return envelope
            time.sleep(self.pause)
            envelope = call_next(path, payload)
        return envelope


class HttpTransport:
    def __init__(self, token: str, base_url: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def __call__(self, path: str, payload: dict[str, Any]) -> Envelope:
        response = self.session.post(self.base_url + path, json=payload, timeout=(5, 120))
        return Envelope.from_dict(response.json())


class Banks:
    def __init__(self, client: Khipu) -> None:
        self._client = client

    def movements(self, bank: str, username: str, password: str) -> Iterator[Movement]:
        data = self._client.request(f"/v1/cl/banks/{bank}/movements", Username=username, Password=password)
        return map(Movement.from_dict, data["Movements"])


class Khipu:
    def __init__(
        self,
        token: str,
        base_url: str = "https://api.khipu.com",
        middlewares: Sequence[Middleware] = (RetryImmediately(),),
        transport: Next | None = None,
    ) -> None:
        handler: Next = transport or HttpTransport(token, base_url)
        for middleware in reversed(middlewares):
            handler = functools.partial(middleware, call_next=handler)
        self._handler = handler
        self.banks = Banks(self)

    def request(self, path: str, **payload: Any) -> Any:
        envelope = self._handler(path, payload)
        raise_for_error(envelope)
        return envelope.data
