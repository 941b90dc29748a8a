"""Errors of SynapseFI, one class per error_code that somebody handles."""
from __future__ import annotations

from typing import Any, Callable

_KINDS: dict[int, type[SynapseError]] = {}


class SynapseError(Exception):
    def __init__(self, http_status: int, body: dict[str, Any]) -> None:
        self.http_status = http_status
        self.error_code = body.get("error_code")
        self.body = body
        super().__init__(f"HTTP {http_status}, error_code {self.error_code}: {self.text}")

    @property
    def text(self) -> str:
        error = self.body.get("error")
        return error.get("en", "") if isinstance(error, dict) else str(error or "")


def error_code(*codes: int) -> Callable[[type[SynapseError]], type[SynapseError]]:
    def register(cls: type[SynapseError]) -> type[SynapseError]:
        _KINDS.update(dict.fromkeys(codes, cls))
        return cls

    return register


def kind_of(body: dict[str, Any]) -> type[SynapseError] | None:
    return _KINDS.get(body.get("error_code"))


@error_code(10)
class ActionPending(SynapseError):
    """Accepted, but the user still has something to do (MFA question, device code)."""

    @property
    def mfa(self) -> dict[str, Any]:
        return self.body.get("mfa") or {}


@error_code(100)
class BadClientCredentials(SynapseError):
    pass


@error_code(110)
class BadUserCredentials(SynapseError):
    pass


@error_code(120)
class UnknownFingerprint(SynapseError):
    pass


@error_code(429)
class SlowDown(SynapseError):
    pass
