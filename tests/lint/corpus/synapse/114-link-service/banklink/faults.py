from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class SynapseFault(Exception):
    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code} {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class Misconfigured(SynapseFault): ...


class BadLogin(SynapseFault): ...


class BadPayload(SynapseFault): ...


class NotAllowed(SynapseFault): ...


class BadValues(SynapseFault): ...


class NotFound(SynapseFault): ...


class NoAchAccount(SynapseFault): ...


class TemporaryFault(SynapseFault): ...


BY_CODE: Mapping[str, type[SynapseFault]] = {
    "100": Misconfigured,
    "120": Misconfigured,
    "200": BadPayload,
    "300": NotAllowed,
    "400": BadValues,
    "401": BadLogin,
    "404": NotFound,
    "410": NotAllowed,
    "460": NoAchAccount,
    "500": TemporaryFault,
    "503": TemporaryFault,
}


def fault_from(http_code: int, body: Mapping[str, Any]) -> SynapseFault:
    error_code = body["error_code"]
    cls = BY_CODE.get(error_code, SynapseFault)
    return cls(http_code, error_code, body.get("error", {}).get("en", ""))
