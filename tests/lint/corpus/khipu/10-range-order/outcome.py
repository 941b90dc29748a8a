from __future__ import annotations

import enum
from typing import Any, NamedTuple


class Kind(enum.Enum):
    OK = "ok"
    LOGIN = "login"
    NO_DATA = "no-data"
    INPUT = "input"
    BANK = "bank"
    BUG = "bug"


class Outcome(NamedTuple):
    kind: Kind
    code: str = ""
    advice: str = ""
    data: Any = None


def kind_of(code: str) -> Kind:
    if code.startswith("E1"):
        return Kind.LOGIN
    if code[0] in "EFT":
        return Kind.BANK
    if code.startswith("E3"):
        return Kind.NO_DATA
    if code.startswith("E4") or code[0] == "P":
        return Kind.INPUT
    return Kind.BUG
