"""Errors of SynapseFI. A class names the error codes it stands for; the base stands for all the others."""
from __future__ import annotations

from typing import Any, ClassVar


class SynapseError(Exception):
    _by_code: ClassVar[dict[str, type["SynapseError"]]] = {}

    def __init_subclass__(cls, *, codes: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for code in codes:
            SynapseError._by_code[code] = cls

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.error_code = str(body.get("error_code", ""))
        self.http_code = str(body.get("http_code", status))
        super().__init__(f"{self.http_code}/{self.error_code}: {body.get('error')}")

    @classmethod
    def build(cls, status: int, body: dict[str, Any]) -> "SynapseError":
        return cls._by_code.get(str(body.get("error_code", "")), cls)(status, body)


class ActionPending(SynapseError, codes=("10",)):
    """Accepted, but somebody has to do something first. Not a failure, and not a result."""

    @property
    def mfa(self) -> dict[str, Any]:
        return self.body.get("mfa") or {}


class GatewayRejected(SynapseError, codes=("100", "300")):
    """Our own keys, or what they may do."""


class UserRejected(SynapseError, codes=("110", "120")):
    """The end user's credentials or device."""


class WrongValues(SynapseError, codes=("200", "400")):
    pass


class Missing(SynapseError, codes=("404",)):
    pass


class Unavailable(SynapseError, codes=("429", "500", "503")):
    """Look at the pair before you decide: (402, 500) is the customer's bank, not the server."""
