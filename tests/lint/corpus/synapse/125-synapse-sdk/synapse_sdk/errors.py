"""Errors are looked up by (http_code, error_code) in the table of the operation, then by error_code alone."""
from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str | None, text: str, body: dict[str, Any]) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text
        self.body = body


class ClientRejected(SynapseError): ...
class UserRejected(SynapseError): ...
class PayloadError(SynapseError): ...
class NotAllowed(SynapseError): ...
class WrongValues(SynapseError): ...
class NotFound(SynapseError): ...
class RateLimited(SynapseError): ...
class KeyInUse(SynapseError): ...
class RequestFailed(SynapseError): ...
class ServerError(SynapseError): ...
class Unavailable(SynapseError): ...

class LoginRejected(PayloadError): ...
class NoAchAccount(RequestFailed): ...
class AccountLocked(SynapseError): ...

class RefreshDelayed(Unavailable): ...
class RefreshUnsupported(NotAllowed): ...
class RelinkNeeded(UserRejected): ...
class RefreshFailed(SynapseError): ...


GENERAL = {
    "100": ClientRejected,
    "110": UserRejected,
    "120": UserRejected,
    "200": PayloadError,
    "300": NotAllowed,
    "400": WrongValues,
    "404": NotFound,
    "410": NotAllowed,
    "429": RateLimited,
    "450": KeyInUse,
    "460": RequestFailed,
    "500": ServerError,
    "503": Unavailable,
}
LOGIN = {
    ("400", "200"): LoginRejected,
    ("402", "460"): NoAchAccount,
    ("402", "500"): AccountLocked,
}
SYNC = {
    ("503", "503"): RefreshDelayed,
    ("400", "410"): RefreshUnsupported,
    ("401", "110"): RelinkNeeded,
    ("500", "500"): RefreshFailed,
}


def specialise(exc: SynapseError, table: dict[tuple[str, str | None], type[SynapseError]]) -> SynapseError:
    kind = table.get((exc.http_code, exc.error_code), type(exc))
    return kind(exc.http_code, exc.error_code, exc.text, exc.body)
