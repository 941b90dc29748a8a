"""Alta de conexiones bancarias de un cliente."""
from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date

from flanks import FlanksClient


class ConnectionStatus(enum.Enum):
    ACTIVE = "active"
    CLOSED = "closed"


@dataclass
class BankConnection:
    customer_id: int
    credentials_token: str
    status: ConnectionStatus = ConnectionStatus.ACTIVE
    tags: list[str] = field(default_factory=list)
    connected_on: date = field(default_factory=date.today, compare=False)


class ConnectionService:
    def __init__(self, flanks: FlanksClient, store: dict[int, BankConnection] | None = None) -> None:
        self.flanks = flanks
        self.store = {} if store is None else store

    def complete_link(self, customer_id: int, link_code: str) -> BankConnection:
        token = self.flanks.exchange_link_code(link_code)
        connection = BankConnection(customer_id, token)
        self.store[customer_id] = connection
        return connection

    def close(self, customer_id: int) -> None:
        if connection := self.store.get(customer_id):
            connection.status = ConnectionStatus.CLOSED
