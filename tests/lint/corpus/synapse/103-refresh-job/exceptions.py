"""Exceptions of the Synapse integration, one per error_code."""
from __future__ import annotations

from typing import Any


class SynapseError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.code: str = body["error_code"]
        self.text: str = body.get("error", {}).get("en", "")
        super().__init__(f"HTTP {status}, code {self.code}: {self.text}")


class ClientCredentialsError(SynapseError): ...
class UserCredentialsError(SynapseError): ...
class FingerprintError(SynapseError): ...
class PayloadError(SynapseError): ...
class NotPermittedError(SynapseError): ...
class IncorrectValuesError(SynapseError): ...
class ObjectNotFoundError(SynapseError): ...
class RateLimitError(SynapseError): ...
class SynapseServerError(SynapseError): ...
class UnavailableError(SynapseError): ...


ERRORS: dict[str, type[SynapseError]] = {
    "100": ClientCredentialsError,
    "110": UserCredentialsError,
    "120": FingerprintError,
    "200": PayloadError,
    "300": NotPermittedError,
    "400": IncorrectValuesError,
    "404": ObjectNotFoundError,
    "429": RateLimitError,
    "500": SynapseServerError,
    "503": UnavailableError,
}
