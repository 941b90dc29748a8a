from __future__ import annotations

import dataclasses
import typing as t

from wire import Handler, Reply, Request


@dataclasses.dataclass
class Refusal(Exception):
    http_code: str
    error_code: str
    text: str
    key: str = ""

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code} {self.text}"


def signed(headers: t.Callable[[], dict[str, str]]):
    def middleware(inner: Handler) -> Handler:
        def handle(request: Request) -> Reply:
            request.headers.update(headers())
            return inner(request)

        return handle

    return middleware


def idempotent(new_key: t.Callable[[], str]):
    def middleware(inner: Handler) -> Handler:
        def handle(request: Request) -> Reply:
            request.headers["X-SP-IDEMPOTENCY-KEY"] = new_key()
            return inner(request)

        return handle

    return middleware


def checked(inner: Handler) -> Handler:
    def handle(request: Request) -> Reply:
        reply = inner(request)
        if reply.error_code not in ("0", "10"):
            raise Refusal(
                reply.http_code,
                reply.error_code,
                reply.error.get("en", ""),
                request.headers.get("X-SP-IDEMPOTENCY-KEY", ""),
            )
        return reply

    return handle


def build(handler: Handler, *layers) -> Handler:
    for layer in layers:
        handler = layer(handler)
    return handler
