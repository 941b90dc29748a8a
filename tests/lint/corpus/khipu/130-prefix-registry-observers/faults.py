"""Faults of Khipu, registered by the group that their code belongs to."""
from __future__ import annotations

from typing import Any


class FaultMeta(type):
    registry: dict[str, "FaultMeta"] = {}

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "FaultMeta":
        cls = super().__new__(mcs, name, bases, namespace)
        for group in namespace.get("groups", ()):
            mcs.registry[group] = cls
        return cls

    @classmethod
    def lookup(mcs, code: str) -> "FaultMeta":
        return mcs.registry.get(code[:2], mcs.registry[""])


class KhipuFault(Exception, metaclass=FaultMeta):
    groups: tuple[str, ...] = ("",)
    transient = False

    def __init__(self, code: str, type_: str, description: str) -> None:
        super().__init__(code, type_, description)
        self.code = code
        self.type = type_
        self.description = description


class LogonFault(KhipuFault):
    groups = ("E1",)


class SourceDown(KhipuFault):
    """The bank is down or slow."""

    groups = ("E2", "T0")
    transient = True


class NoData(KhipuFault):
    groups = ("E3",)


class BadInput(KhipuFault):
    groups = ("E4", "P0")


class PaymentFault(KhipuFault):
    groups = ("E5",)
