from __future__ import annotations

from typing import Any, Mapping


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, message: str) -> None:
        super().__init__(f"synapse {http_code}/{error_code}: {message}")
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class BadUserInput(SynapseError):
    """The login form has to be filled in again (or the institution isn't supported)."""


class NoAchAccount(SynapseError):
    pass


class BankNeedsAttention(SynapseError):
    """Account locked, or the bank wants something from its customer."""


class Maintenance(SynapseError):
    pass


BY_PAIR: Mapping[tuple[str, str], type[SynapseError]] = {
    ("400", "200"): BadUserInput,
    ("402", "460"): NoAchAccount,
    ("402", "500"): BankNeedsAttention,
    ("503", "503"): Maintenance,
}


def from_body(status: int, body: Mapping[str, Any]) -> SynapseError:
    http_code = str(body.get("http_code") or status)
    error_code = str(body.get("error_code") or "")
    error = body.get("error")
    message = error.get("en", "") if isinstance(error, dict) else str(error or "")
    return BY_PAIR.get((http_code, error_code), SynapseError)(http_code, error_code, message)
