from __future__ import annotations

from typing import Any


class SynapseBaseError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"{body.get('http_code')}/{body.get('error_code')}")
        self.body = body

    @property
    def code(self) -> str:
        return self.body.get("error_code", "")


class TooManyRequests(SynapseBaseError):
    pass


class Pending(SynapseBaseError):
    pass


def exception_for(body: dict[str, Any]) -> SynapseBaseError:
    if body.get("error_code") == "429":
        return TooManyRequests(body)
    if body.get("error_code") == "10":
        return Pending(body)
    return SynapseBaseError(body)
