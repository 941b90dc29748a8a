from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from login_gateway import BankLoginGateway


@dataclass(frozen=True)
class BankAccount:
    node_id: str
    kind: str

    @classmethod
    def from_node(cls, node: dict[str, Any]) -> "BankAccount":
        return cls(node["_id"], node.get("type", "?"))


@dataclass(frozen=True)
class LoginReceipt:
    user_id: str
    accounts: tuple[BankAccount, ...]
    connected: bool = True


class BankLoginService:
    def __init__(self, gateway: BankLoginGateway) -> None:
        self._gateway = gateway

    def connect(self, user_id: str, bank: str, login: str, password: str) -> LoginReceipt:
        body = self._gateway.login(user_id, bank, login, password)
        return LoginReceipt(user_id, tuple(BankAccount.from_node(n) for n in body.get("nodes", [])))
