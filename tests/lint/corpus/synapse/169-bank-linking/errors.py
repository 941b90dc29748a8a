"""Errors of SynapseFI bank logins, keyed by (http_code, error_code)."""
from __future__ import annotations

from typing import Any, NamedTuple


class ErrorPair(NamedTuple):
    http_code: str
    error_code: str


class SynapseException(Exception):
    def __init__(self, pair: ErrorPair, body: dict[str, Any]) -> None:
        super().__init__(f"synapse {pair.http_code}/{pair.error_code}: {body.get('error')}")
        self.pair = pair
        self.body = body


class LoginRejected(SynapseException):
    pass


class AccountNeedsAttention(SynapseException):
    pass


class NoAchAccount(SynapseException):
    pass


class UnderMaintenance(SynapseException):
    pass


class GatewayMisconfigured(SynapseException):
    pass


class SynapseExceptionFactory:
    def __init__(self) -> None:
        self._by_pair: dict[ErrorPair, type[SynapseException]] = {
            ErrorPair("400", "200"): LoginRejected,
            ErrorPair("402", "500"): AccountNeedsAttention,
            ErrorPair("402", "460"): NoAchAccount,
            ErrorPair("503", "503"): UnderMaintenance,
        }
        self._by_code: dict[str, type[SynapseException]] = {
            "100": GatewayMisconfigured,
            "110": LoginRejected,
            "120": GatewayMisconfigured,
            "300": GatewayMisconfigured,
        }

    def create(self, pair: ErrorPair, body: dict[str, Any]) -> SynapseException:
        kind = self._by_pair.get(pair) or self._by_code.get(pair.error_code) or SynapseException
        return kind(pair, body)
