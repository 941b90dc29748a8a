"""Faults by code, copied from the documentation in January."""
from __future__ import annotations


class Fault(Exception):
    def __init__(self, code: int, hint: str) -> None:
        super().__init__(f"{hint} ({code})")
        self.code = code
        self.hint = hint


HINTS: dict[int, str] = {
    201: "needs extra authorisation",
    202: "transactions are missing",
    203: "no cpf in the report",
    400: "bad signature",
    401: "unknown customer",
    402: "bad credentials",
    403: "bank is down",
    404: "unexpected",
    405: "no accounts",
    406: "frozen for a day",
    407: "account or password not active",
    408: "account or password blocked",
    409: "wrong kind of account",
    410: "bad input format",
    429: "too fast",
    500: "internal error",
}


def find(code: int) -> Fault | None:
    hint = HINTS.get(code)
    return Fault(code, hint) if hint else None
