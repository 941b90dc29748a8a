"""What a call to Klavi can end in."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union


@dataclass(frozen=True)
class Complete:
    data: dict[str, Any]


@dataclass(frozen=True)
class Incomplete:
    data: dict[str, Any]
    code: int
    gap: str


@dataclass(frozen=True)
class Failed:
    code: int
    message: str
    blame: str


Result = Union[Complete, Incomplete, Failed]

GAPS = {201: "authorization", 202: "transactions", 203: "cpf"}
CUSTOMER = frozenset({402, 406, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435})
BANK = frozenset({403, 414, 415, 432})


def classify(body: dict[str, Any]) -> Result:
    code = body["code"]
    if code == 200:
        return Complete(body["data"])
    if (gap := GAPS.get(code)) is not None:
        return Incomplete(body.get("data") or {}, code, gap)
    blame = "customer" if code in CUSTOMER else "bank" if code in BANK else "us"
    return Failed(code, body.get("message", ""), blame)
