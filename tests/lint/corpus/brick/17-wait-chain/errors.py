from __future__ import annotations

from typing import Any


class BrickError(Exception):
    """`status` and `body` as they came; `code` where the body has one."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: str | None = body.get("code") or body.get("error")
        super().__init__(f"HTTP {status} {self.code}")


class ServerSide(BrickError):
    pass


class ClientSide(BrickError):
    pass


def raise_for(status: int, body: dict[str, Any]) -> None:
    if status in (200, 201):
        return
    if 500 <= status <= 505:
        raise ServerSide(status, body)
    if 400 <= status <= 499:
        raise ClientSide(status, body)
    raise BrickError(status, body)
