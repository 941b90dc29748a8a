"""Exceptions raised for the answers Klavi gives instead of a report."""
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

_REGISTRY: dict[int, type[KlaviError]] = {}


def covers(*codes: int) -> Callable[[type[KlaviError]], type[KlaviError]]:
    def enrol(cls: type[KlaviError]) -> type[KlaviError]:
        for code in codes:
            _REGISTRY[code] = cls
        return cls

    return enrol


class KlaviError(Exception):
    pause: timedelta | None = None

    def __init__(self, code: int, message: str, seen_at: datetime) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message
        self.not_before = seen_at + self.pause if self.pause else None


@covers(402, 410, 433, 434, 435)
class AskUserAgain(KlaviError):
    """What the user typed is wrong or missing."""


@covers(406, 414)
class ComeBackTomorrow(KlaviError):
    pause = timedelta(hours=24)


@covers(415)
class RegistrationRunning(KlaviError):
    pause = timedelta(minutes=30)


@covers(407, 408, 409, 413, 416, 417, 418, 419, 420)
class UserMustActAtBank(KlaviError):
    pass


@covers(401, 405, 430)
class NothingThere(KlaviError):
    pass


@covers(403, 432)
class BankDown(KlaviError):
    """The user should be invited to log in at some later time."""


@covers(429, 431)
class QuotaReached(KlaviError):
    pass


@covers(400, 411, 412, 501, 502, 503, 504, 505)
class Misconfigured(KlaviError):
    pass


def error_for(code: int, message: str, seen_at: datetime) -> KlaviError:
    return _REGISTRY.get(code, KlaviError)(code, message, seen_at)
