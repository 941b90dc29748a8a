from __future__ import annotations

from typing import Any, ClassVar


class SynapseException(Exception):
    """Base of everything SynapseFI refuses."""

    registry: ClassVar[dict[str, type["SynapseException"]]] = {}
    codes: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for code in cls.codes:
            SynapseException.registry[code] = cls

    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body)
        self.body = body
        self.error_code: str = body["error_code"]
        self.http_code: str = body["http_code"]


class ClientProblem(SynapseException):
    codes = ("100", "300")


class LoginProblem(SynapseException):
    codes = ("110", "120", "200")


class Busy(SynapseException):
    codes = ("429", "503")


def exception_for(body: dict[str, Any]) -> SynapseException:
    return SynapseException.registry.get(body["error_code"], SynapseException)(body)
