from __future__ import annotations

from typing import Any, Mapping


class BrickError(Exception):
    """Base of everything this package raises."""


class PaymentRefused(BrickError):
    """The account holder's institution did not accept the payment."""


class ClientRequestError(BrickError):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


class ServerSideError(BrickError):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


def error_for(status: int, body: Mapping[str, Any]) -> BrickError:
    if status == 422:
        return PaymentRefused(body["title"])
    code = body.get("code") or body.get("error") or ""
    detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
    if status >= 500:
        return ServerSideError(status, code, detail)
    return ClientRequestError(status, code, detail)
