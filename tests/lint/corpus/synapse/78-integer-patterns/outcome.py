from __future__ import annotations

from typing import Any, NamedTuple


class Outcome(NamedTuple):
    done: bool
    pending: bool = False
    relink: bool = False
    body: dict[str, Any] = {}


def interpret(body: dict[str, Any]) -> Outcome:
    match body:
        case {"error_code": 10}:
            return Outcome(False, pending=True, body=body)
        case {"error_code": 110 | 120}:
            return Outcome(False, relink=True, body=body)
        case {"error_code": "0"} | {"_id": _}:
            return Outcome(True, body=body)
        case _:
            return Outcome(False, body=body)
