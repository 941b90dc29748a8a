from __future__ import annotations

import enum
from dataclasses import dataclass

from link import LinkClient


class State(enum.Enum):
    ACTIVE = "active"
    DISCONNECTED = "disconnected"


@dataclass
class Connection:
    customer: str
    credentials_token: str
    state: State


class Connections:
    def __init__(self, link: LinkClient) -> None:
        self._link = link
        self._rows: dict[str, Connection] = {}

    def complete(self, customer: str, code: str) -> Connection:
        exchange = self._link.exchange(code)
        row = Connection(customer, exchange.credentials_token, State.ACTIVE)
        self._rows[customer] = row
        return row

    def active(self) -> list[Connection]:
        return [row for row in self._rows.values() if row.state is State.ACTIVE]
