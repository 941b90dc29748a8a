"""One class per thing that somebody has to do."""
from __future__ import annotations

import requests


class FlanksError(Exception):
    action = "look at it"

    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, code {code}: {text}")
        self.status = status
        self.code = code
        self.text = text

    @classmethod
    def of(cls, resp: requests.Response) -> FlanksError:
        try:
            body = resp.json()
        except requests.JSONDecodeError:
            body = {}
        code = body.get("error_code")
        text = body.get("error") or body.get("message") or resp.reason
        kind = _BY_CODE.get(code) or _BY_STATUS.get(resp.status_code, FlanksError)
        return kind(resp.status_code, code, text)


class NotYet(FlanksError):
    """Good news tomorrow: keep showing the last snapshot."""

    action = "wait"


class Loading(NotYet):
    action = "poll"


class DataTicket(FlanksError):
    action = "ticket"


class OurMistake(FlanksError):
    action = "fix the call"


class AskCustomer(FlanksError):
    action = "customer"


class ApiKeyRejected(FlanksError):
    action = "rotate key"


_BY_CODE: dict[int | None, type[FlanksError]] = {
    20001: DataTicket,
    20002: Loading,
    20003: NotYet,
    40001: OurMistake,
    50001: NotYet,
    50002: AskCustomer,
    50003: AskCustomer,
}
_BY_STATUS: dict[int, type[FlanksError]] = {401: ApiKeyRejected, 405: OurMistake, 415: OurMistake}
