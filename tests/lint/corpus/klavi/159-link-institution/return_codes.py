"""Return codes of the Open Data product and the severity agreed with operations (INT-0371)."""
from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    NONE = (0, "delivered")
    NOTICE = (1, "for the record")
    LIMITED = (2, "linked, data incomplete")
    ERROR = (3, "not linked")

    def __init__(self, rank: int, meaning: str) -> None:
        self.rank = rank
        self.meaning = meaning

    def blocks(self) -> bool:
        return self.rank >= 3


class ReturnCode(NamedTuple):
    severity: Severity
    hint: str


def _table() -> dict[int, ReturnCode]:
    table = {
        200: ReturnCode(Severity.NONE, ""),
        201: ReturnCode(Severity.LIMITED, "ask for the further consent"),
        202: ReturnCode(Severity.LIMITED, "transactions are not complete"),
        203: ReturnCode(Severity.LIMITED, "no CPF supplied"),
    }
    errors = {
        400: "signature", 401: "cpf not known", 402: "check the credential", 403: "bank not reachable",
        404: "unexpected", 405: "login without account", 406: "login frozen for a day", 407: "activation at the bank",
        408: "password blocked", 409: "unsuitable account", 410: "format", 411: "trace id", 412: "no token expected",
        413: "session still open", 414: "bank's security measure", 415: "registration not finished",
        416: "one device only", 429: "throttled", 432: "institution out of service", 433: "password",
        434: "mfa token", 435: "mfa token absent", 500: "klavi internal",
        501: "partner code", 502: "partner inactive", 503: "partner credential", 504: "data type", 505: "parameter",
    }
    table.update({code: ReturnCode(Severity.ERROR, hint) for code, hint in errors.items()})
    return table


RETURN_CODES = _table()
NOT_LISTED = ReturnCode(Severity.NOTICE, "not listed in INT-0371")


def classify(code: int) -> ReturnCode:
    return RETURN_CODES.get(code, NOT_LISTED)
