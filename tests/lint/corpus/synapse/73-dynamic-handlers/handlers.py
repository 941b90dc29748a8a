from __future__ import annotations

from typing import Any, NoReturn


class Failed(Exception):
    def __init__(self, kind: str, body: dict[str, Any]) -> None:
        super().__init__(kind, body.get("http_code"), body.get("error_code"))
        self.kind = kind
        self.body = body


class HandlerMixin:
    """`on_<error_code>` is called with the body; `on_error` for all the others."""

    def on_0(self, body: dict[str, Any]) -> dict[str, Any]:
        return body

    def on_10(self, body: dict[str, Any]) -> NoReturn:
        raise Failed("pending", body)

    def on_110(self, body: dict[str, Any]) -> NoReturn:
        raise Failed("login", body)

    on_120 = on_110

    def on_error(self, body: dict[str, Any]) -> NoReturn:
        raise Failed("other", body)

    def dispatch(self, body: dict[str, Any]) -> dict[str, Any]:
        handler = getattr(self, f"on_{body.get('error_code')}", self.on_error)
        return handler(body)
