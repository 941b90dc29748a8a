from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

import requests

from exceptions import StillProcessing, build

T = TypeVar("T")


class JsonTransport:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Content-Type": "application/json"})

    def _request(self, path: str, payload: dict[str, Any]) -> Any:
        response = self.session.post(self.base_url + path, json=payload, timeout=30)
        try:
            body = response.json()
        except ValueError as exc:
            raise build(response.status_code, {"error": "no JSON"}) from exc
        failed = isinstance(body, dict) and body.get("error_code") is not None
        if response.status_code != 200 or failed:
            raise build(response.status_code, body if isinstance(body, dict) else {})
        return body


class PollingMixin:
    """For reads of data that Flanks may still be fetching."""

    polls = 12
    poll_every = 20.0
    sleep: Callable[[float], None] = staticmethod(lambda seconds: time.sleep(seconds))

    def _when_ready(self, read: Callable[[], T]) -> T:
        for _ in range(self.polls - 1):
            try:
                return read()
            except StillProcessing:
                self.sleep(self.poll_every)
        return read()
