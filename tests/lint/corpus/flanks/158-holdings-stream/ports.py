from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: Any


class Transport(Protocol):
    async def post(self, path: str, payload: Mapping[str, Any]) -> Answer: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    progress_every: timedelta = timedelta(seconds=30)
    progress_checks: int = 40
    bank_breather: timedelta = timedelta(minutes=15)
    bank_tries: int = 3


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"[{status}] {code if code is not None else 'no code'}: {text}")
        self.status, self.code, self.text = status, code, text


class StillProcessing(FlanksError): ...
class UnderReview(FlanksError): ...
class ExtractionBroken(FlanksError): ...
class BadRequest(FlanksError): ...
class BankDown(FlanksError): ...
class WrongLogin(FlanksError): ...
class TwoFactorNeeded(FlanksError): ...


MEANING: Mapping[int, type[FlanksError]] = {
    20001: ExtractionBroken,
    20002: StillProcessing,
    20003: UnderReview,
    40001: BadRequest,
    50001: BankDown,
    50002: WrongLogin,
    50003: TwoFactorNeeded,
}


def checked(answer: Answer) -> Any:
    match answer.body:
        case {"error_code": int(code), **rest}:
            text = rest.get("error") or rest.get("message") or ""
            raise MEANING.get(code, FlanksError)(answer.status, code, text)
        case {"error": str(text)}:
            raise FlanksError(answer.status, None, text)
    if answer.status != 200:
        raise FlanksError(answer.status, None, repr(answer.body)[:200])
    return answer.body
