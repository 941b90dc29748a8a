"""Error classes, registered by the group of the code."""
from __future__ import annotations

from typing import Any, Callable, TypeVar

_registry: dict[str, type["KhipuError"]] = {}
C = TypeVar("C", bound="type[KhipuError]")


class KhipuError(Exception):
    """Anything that is not Status=OK. The code and the advice stay on the instance."""

    def __init__(self, code: str, advice: str, description: str = "", operation_id: str | None = None) -> None:
        super().__init__(f"[{code}/{advice}] {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.operation_id = operation_id


def register(*prefixes: str) -> Callable[[C], C]:
    def deco(cls: C) -> C:
        for prefix in prefixes:
            _registry[prefix] = cls
        return cls

    return deco


@register("A0")
class TokenError(KhipuError):
    pass


@register("E1")
class LogonError(KhipuError):
    pass


@register("E2", "T0")
class TargetUnavailable(KhipuError):
    pass


@register("E3")
class NoData(KhipuError):
    pass


@register("E4", "P0")
class BadRequest(KhipuError):
    pass


@register("E5")
class AutomaticPaymentError(KhipuError):
    pass


def from_body(body: dict[str, Any]) -> KhipuError:
    error = body.get("Error") or {}
    code = str(error.get("Code") or "")
    cls = _registry.get(code[:2], KhipuError)
    return cls(code, str(error.get("Type") or ""), str(error.get("Description") or ""), body.get("OperationId"))
