"""What Klavi's Open Data API can answer instead of a report."""
from __future__ import annotations

from datetime import timedelta
from typing import Callable, ClassVar, TypeVar

_BY_CODE: dict[int, type["KlaviError"]] = {}

E = TypeVar("E", bound="type[KlaviError]")


def for_codes(*codes: int) -> Callable[[E], E]:
    def register(cls: E) -> E:
        for code in codes:
            if code in _BY_CODE:
                raise RuntimeError(f"code {code} registered twice")
            _BY_CODE[code] = cls
        return cls

    return register


class NotKlavi(Exception):
    """The reply isn't a Klavi document at all."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"HTTP {status}, no Klavi document: {text[:120]!r}")
        self.status = status


class KlaviError(Exception):
    exit_code: ClassVar[int] = 1
    hint: ClassVar[str] = ""
    wait: ClassVar[timedelta | None] = None

    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"[{self.code}] {self.message}"


@for_codes(402, 409, 410, 418, 433, 434, 435)
class WrongCredentials(KlaviError):
    exit_code = 10
    hint = "the customer has to enter the login again"


@for_codes(406, 414)
class FrozenForADay(KlaviError):
    exit_code = 11
    hint = "not before tomorrow"
    wait = timedelta(hours=24)


@for_codes(415)
class RegistrationPending(KlaviError):
    exit_code = 12
    hint = "not before half an hour has passed"
    wait = timedelta(minutes=30)


@for_codes(405, 407, 408, 413, 416, 417, 419, 420)
class CustomerMustAct(KlaviError):
    exit_code = 13
    hint = "the customer has to settle this with the bank"


@for_codes(403, 432)
class BankDown(KlaviError):
    exit_code = 20


@for_codes(429, 431)
class OverLimit(KlaviError):
    exit_code = 21


@for_codes(400, 501, 502, 503, 504, 505)
class OurSetup(KlaviError):
    exit_code = 30
    hint = "check KLAVI_TOKEN and the partner settings"


def error_for(code: int, message: str) -> KlaviError:
    return _BY_CODE.get(code, KlaviError)(code, message)
