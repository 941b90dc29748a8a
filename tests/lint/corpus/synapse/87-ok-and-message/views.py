"""JSON for the mobile app."""
from __future__ import annotations

from typing import Any, TypedDict

from bank import Bank, BankProblem


class Result(TypedDict, total=False):
    ok: bool
    message: str
    node: str


def add_account(bank: Bank, user_id: str, form: dict[str, str]) -> Result:
    try:
        node = bank.add_ach(user_id, form["account"], form["routing"])
    except BankProblem as problem:
        return Result(ok=False, message=str(problem))
    except KeyError as missing:
        return Result(ok=False, message=f"{missing} is missing")
    return Result(ok=True, node=node)


def verify(bank: Bank, user_id: str, node_id: str, form: dict[str, str]) -> Result:
    try:
        bank.verify(user_id, node_id, [float(form["first"]), float(form["second"])])
    except BankProblem as problem:
        return Result(ok=False, message=str(problem))
    return Result(ok=True, node=node_id)


def as_response(result: Result) -> tuple[int, Any]:
    return (200 if result["ok"] else 400), result
