from __future__ import annotations

from pydantic import BaseModel


class FaultBody(BaseModel):
    error: dict[str, str] = {}
    error_code: str
    http_code: str
    success: bool = False


class RefreshFault(Exception):
    def __init__(self, body: FaultBody) -> None:
        super().__init__(f"{body.http_code}/{body.error_code} {body.error.get('en', '')}")
        self.http_code = body.http_code
        self.error_code = body.error_code


class TryLater(RefreshFault):
    pass


class Unsupported(RefreshFault):
    pass


class CredentialsChanged(RefreshFault):
    pass


class UnknownRefresh(RefreshFault):
    pass


def raise_for(body: FaultBody) -> None:
    match body.http_code, body.error_code:
        case "503", "503":
            raise TryLater(body)
        case "400", "410":
            raise Unsupported(body)
        case "401", "110":
            raise CredentialsChanged(body)
        case "500", "500":
            raise UnknownRefresh(body)
    raise RefreshFault(body)
