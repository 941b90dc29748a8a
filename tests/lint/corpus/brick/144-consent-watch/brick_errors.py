from __future__ import annotations

from typing import Any


class BrickError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code = body.get("code") or body.get("error") or ""
        super().__init__(f"{status} {self.code or body.get('message', '')}".rstrip())


class ServerTrouble(BrickError):
    """The 50x family."""


def error_for(status: int, body: dict[str, Any]) -> BrickError:
    if 500 <= status <= 505:
        return ServerTrouble(status, body)
    return BrickError(status, body)
