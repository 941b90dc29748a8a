"""Error classes of the Klavi SDK. `codes` in the class body is all it takes to register one."""
from __future__ import annotations

from datetime import timedelta
from typing import Any


class _ByCode(type):
    table: dict[int, type] = {}

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> None:
        super().__init__(name, bases, body)
        for code in body.get("codes", ()):
            if code in _ByCode.table:
                raise TypeError(f"{code} is taken by {_ByCode.table[code].__name__}")
            _ByCode.table[code] = cls


class KlaviError(Exception, metaclass=_ByCode):
    codes: tuple[int, ...] = ()
    wait: timedelta | None = None

    def __init__(self, code: int | None, message: str, http_status: int) -> None:
        super().__init__(code, message, http_status)
        self.code = code
        self.message = message
        self.http_status = http_status

    def __str__(self) -> str:
        hint = f", not before {self.wait}" if self.wait else ""
        return f"klavi {self.code} (HTTP {self.http_status}){hint}: {self.message}"


class PartnerSetup(KlaviError):
    codes = (400, 501, 502, 503, 504, 505)


class UserInput(KlaviError):
    codes = (402, 409, 410, 433, 434, 435)


class UserAction(KlaviError):
    codes = (407, 408, 413, 416, 417, 418, 419, 420)


class Frozen(KlaviError):
    codes = (406, 414)
    wait = timedelta(hours=24)


class Registering(KlaviError):
    codes = (415,)
    wait = timedelta(minutes=30)


class BankDown(KlaviError):
    codes = (403, 432)


class NoData(KlaviError):
    codes = (401, 405, 430)


class Throttled(KlaviError):
    codes = (429, 431)


def error_class(code: int | None) -> type[KlaviError]:
    return _ByCode.table.get(code, KlaviError)
