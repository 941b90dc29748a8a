from __future__ import annotations

from typing import Any


class SynapseApiError(Exception):
    codes: tuple[str, ...] = ()

    def __init__(self, payload: dict[str, Any]) -> None:
        self.error_code: str | None = payload.get("error_code")
        self.http_code: str | None = payload.get("http_code")
        self.payload = payload
        super().__init__(f"{self.http_code}/{self.error_code}: {(payload.get('error') or {}).get('en', '')}")

    @classmethod
    def build(cls, payload: dict[str, Any]) -> "SynapseApiError":
        for sub in cls.__subclasses__():
            if payload.get("error_code") in sub.codes:
                return sub(payload)
        return cls(payload)


class CredentialsProblem(SynapseApiError):
    codes = ("100", "110", "120")


class BadPayload(SynapseApiError):
    codes = ("200", "400", "404", "450", "460")


class Forbidden(SynapseApiError):
    codes = ("300", "410")


class Throttled(SynapseApiError):
    codes = ("429",)


class ServerTrouble(SynapseApiError):
    codes = ("500", "503")
