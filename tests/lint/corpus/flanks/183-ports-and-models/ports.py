"""Seams: transport, tokens and time."""
from __future__ import annotations

import time
from typing import Any, Protocol

import requests

from failures import Reply


class Transport(Protocol):
    def post(self, path: str, payload: dict[str, Any], token: str) -> Reply: ...


class Tokens(Protocol):
    def current(self) -> str: ...

    def renewed(self) -> str | None: ...  # never the current one again


class Clock(Protocol):
    def pause(self, seconds: float) -> None: ...


class RequestsTransport:
    def __init__(self, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._session = requests.Session()

    def post(self, path: str, payload: dict[str, Any], token: str) -> Reply:
        response = self._session.post(
            self._base_url + path, json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=30
        )
        try:
            return Reply(response.status_code, response.json())
        except ValueError:
            return Reply(response.status_code, response.text)


class FixedTokens:
    """Tokens that operations hands us, oldest first."""

    def __init__(self, *tokens: str) -> None:
        self._tokens = list(dict.fromkeys(tokens))

    def current(self) -> str:
        return self._tokens[0]

    def renewed(self) -> str | None:
        if len(self._tokens) < 2:
            return None
        self._tokens.pop(0)
        return self._tokens[0]


class SystemClock:
    def pause(self, seconds: float) -> None:
        time.sleep(seconds)
