from __future__ import annotations

from dataclasses import dataclass

from advice import Advice, KhipuError
from gateway import Credentials, KhipuGateway


@dataclass(frozen=True)
class Account:
    number: str
    currency: str


class AccountsException(Exception):
    def __init__(self, error: KhipuError) -> None:
        super().__init__(f"{error.code} {error.advice.name}: {error.description}")
        self.error = error


class AskCustomer(AccountsException):
    """The same request must not be sent again."""


class AccountsService:
    def __init__(self, gateway: KhipuGateway) -> None:
        self._gateway = gateway

    def accounts(self, bank: str, credentials: Credentials) -> list[Account]:
        outcome = self._gateway.accounts(bank, credentials)
        if outcome.failed:
            kind = AskCustomer if outcome.error.advice is Advice.STOP else AccountsException
            raise kind(outcome.error)
        return [Account(a["Number"], a.get("Currency", "CLP")) for a in outcome.value.get("Accounts", [])]
