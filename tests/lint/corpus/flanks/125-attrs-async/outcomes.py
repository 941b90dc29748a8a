from __future__ import annotations

from datetime import timedelta
from enum import IntEnum
from typing import Any, TypeAlias

from attrs import frozen


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@frozen
class Ready:
    product: str
    data: dict[str, Any]


@frozen
class Unready:
    """Ask again, but not before `after` has gone by."""

    product: str
    code: Code
    after: timedelta


@frozen
class CustomerNeeded:
    product: str
    code: Code
    what: str


@frozen
class Broken:
    product: str
    status: int
    code: int | None
    error: str
    ticket: bool = False


Outcome: TypeAlias = Ready | Unready | CustomerNeeded | Broken


def judge(product: str, status: int, body: dict[str, Any]) -> Outcome:
    match body.get("error_code"), status:
        case None, 200:
            return Ready(product, body)
        case Code.PROCESSING, _:
            return Unready(product, Code.PROCESSING, timedelta(seconds=20))
        case Code.SCA_ERROR, _:
            return Unready(product, Code.SCA_ERROR, timedelta(hours=24))
        case Code.BANK_ERROR, _:
            return Unready(product, Code.BANK_ERROR, timedelta(hours=1))
        case Code.CREDENTIALS_ERROR, _:
            return CustomerNeeded(product, Code.CREDENTIALS_ERROR, "review the bank credentials")
        case Code.SCA_REQUIRED, _:
            return CustomerNeeded(product, Code.SCA_REQUIRED, "complete the 2FA of the bank")
        case Code.INCOMPLETE, _:
            return Broken(product, status, Code.INCOMPLETE, body.get("error", ""), ticket=True)
        case code, _:
            return Broken(product, status, code, body.get("error") or body.get("message") or "")
