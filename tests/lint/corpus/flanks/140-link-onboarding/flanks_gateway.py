from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NoReturn

import httpx


class ErrorCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksError(Exception):
    def __init__(self, status: int, error: str, error_code: int | None = None) -> None:
        suffix = "" if error_code is None else f" [{error_code}]"
        super().__init__(f"HTTP {status}: {error}{suffix}")
        self.status = status
        self.error = error
        self.error_code = error_code


class UnderSecurityReview(FlanksError):
    pass


class CustomerMustAct(FlanksError):
    pass


@dataclass(frozen=True)
class ExchangedToken:
    credentials_token: str
    under_review: bool


class FlanksGateway:
    def __init__(self, bearer: str, base_url: str = "https://api.flanks.io") -> None:
        transport = httpx.HTTPTransport(retries=2)  # connection failures only
        self._http = httpx.Client(
            base_url=base_url, timeout=15, transport=transport, headers={"Authorization": f"Bearer {bearer}"}
        )

    def exchange(self, code: str) -> ExchangedToken:
        """Swap the one-time ``code`` that Flanks Link put on the redirect for a credentials token."""
        response = self._http.post("/v0/platform/link", json={"code": code})
        body = self._body(response)
        if response.status_code == 200 and "error_code" not in body:
            return ExchangedToken(body["credentials_token"], under_review=False)
        if response.status_code == 202 and body.get("error_code") == ErrorCode.SCA_ERROR:
            return ExchangedToken(body["credentials_token"], under_review=True)
        self._fail(response.status_code, body)

    def identity(self, credentials_token: str) -> dict[str, Any]:
        response = self._http.post("/v0/bank/credentials/auth/", json={"credentials_token": credentials_token})
        body = self._body(response)
        if response.status_code != 200 or body.get("error_code") is not None:
            self._fail(response.status_code, body)
        return body

    @staticmethod
    def _body(response: httpx.Response) -> dict[str, Any]:
        try:
            return response.json()
        except ValueError:
            return {"error": response.text[:200]}

    @staticmethod
    def _fail(status: int, body: dict[str, Any]) -> NoReturn:
        code = body.get("error_code")
        text = body.get("error") or body.get("message") or "no description"
        if code == ErrorCode.SCA_ERROR:
            raise UnderSecurityReview(status, text, code)
        if code in (ErrorCode.CREDENTIALS_ERROR, ErrorCode.SCA_REQUIRED):
            raise CustomerMustAct(status, text, code)
        raise FlanksError(status, text, code)
