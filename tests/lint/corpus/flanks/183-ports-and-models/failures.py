"""Failures of Flanks, each with the reply that it was made of."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any

    @property
    def code(self) -> int | None:
        code = self.body.get("error_code") if isinstance(self.body, dict) else None
        if isinstance(code, str) and code.isdecimal():
            return int(code)
        return code if code is None or isinstance(code, int) else -1

    @property
    def good(self) -> bool:
        return self.status == 200 and isinstance(self.body, dict) and self.code is None and "error" not in self.body


class FlanksFailure(Exception):
    remedy = "see the reply"

    def __init__(self, reply: Reply) -> None:
        super().__init__(f"HTTP {reply.status}, code {reply.code}: {self.remedy}")
        self.reply = reply
        self.code = reply.code
        self.status = reply.status


class DataIncomplete(FlanksFailure):
    remedy = "errored field in credentials/status; ticket with Flanks"


class StillProcessing(FlanksFailure):
    remedy = "wait until the data has been retrieved"


class UnderReview(FlanksFailure):
    remedy = "security checks, 24 to 48 hours"


class Misconfigured(FlanksFailure):
    remedy = "review headers, query and body"


class BankUnavailable(FlanksFailure):
    remedy = "the bank's site is down, try later"


class WrongCredentials(FlanksFailure):
    remedy = "the user reviews the credentials"


class NeedsSca(FlanksFailure):
    remedy = "the user passes the second factor"


class NotAuthenticated(FlanksFailure):
    remedy = "a new access token"


class ServerError(FlanksFailure):
    remedy = "internal error at Flanks"


BY_CODE: dict[int, type[FlanksFailure]] = {
    20001: DataIncomplete,
    20002: StillProcessing,
    20003: UnderReview,
    40001: Misconfigured,
    50001: BankUnavailable,
    50002: WrongCredentials,
    50003: NeedsSca,
}
# These come without a code; 400 and 409 always carry one.
BY_STATUS: dict[int, type[FlanksFailure]] = {
    401: NotAuthenticated,
    405: Misconfigured,
    415: Misconfigured,
    500: ServerError,
}


def failure(reply: Reply) -> FlanksFailure:
    if reply.code is not None:
        return BY_CODE.get(reply.code, FlanksFailure)(reply)
    return BY_STATUS.get(reply.status, FlanksFailure)(reply)
