"""Onboarding of a customer's bank."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum

from gateway import FlanksGateway
from resilience import Outcome

LOG = logging.getLogger(__name__)


class ConnectionState(Enum):
    ACTIVE = "active"
    REVOKED = "revoked"


@dataclass(frozen=True)
class BankConnection:
    bank: str
    credentials_token: str
    state: ConnectionState


class OnboardingException(Exception):
    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"onboarding failed: HTTP {outcome.status}, {outcome.code}")
        self.outcome = outcome


class OnboardingService:
    def __init__(self, gateway: FlanksGateway) -> None:
        self._gateway = gateway

    def connect(self, bank: str, user: str, password: str) -> BankConnection:
        outcome = self._gateway.create_credentials(bank, user, password)
        return self._activate(bank, outcome)

    def connect_with_link(self, bank: str, link_code: str) -> BankConnection:
        return self._activate(bank, self._gateway.exchange_code(link_code))

    def _activate(self, bank: str, outcome: Outcome) -> BankConnection:
        if not 200 <= outcome.status < 300 or "error" in outcome.body:
            raise OnboardingException(outcome)
        LOG.info("%s connected", bank)
        return BankConnection(bank, outcome.body.get("credentials_token", ""), ConnectionState.ACTIVE)
