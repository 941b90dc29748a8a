from __future__ import annotations

from typing import ClassVar


class FlanksError(Exception):
    codes: ClassVar[tuple[int, ...]] = ()
    _by_code: ClassVar[dict[int, type["FlanksError"]]] = {}

    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"{type(self).__name__}({status}, {code}): {text}")
        self.status = status
        self.code = code
        self.text = text

    def __init_subclass__(cls, **kw: object) -> None:
        super().__init_subclass__(**kw)
        for code in cls.codes:
            FlanksError._by_code[code] = cls

    @classmethod
    def of(cls, status: int, body: dict) -> "FlanksError":
        code = body.get("error_code")
        kind = cls._by_code.get(code, FlanksError)
        return kind(status, code, body.get("error") or body.get("message") or "")


class OpenTicket(FlanksError):
    codes = (20001,)


class StillRunning(FlanksError):
    codes = (20002,)


class UnderReview(FlanksError):
    codes = (20003,)


class OurMistake(FlanksError):
    codes = (40001,)


class BankDown(FlanksError):
    codes = (50001,)


class AskHolder(FlanksError):
    codes = (50002, 50003)
