from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import singledispatchmethod
from typing import Protocol

from linking.gateway import Crm, Exchange, LinkGateway

SECURITY_CHECKS = 20003


@dataclass
class Connection:
    customer: str
    token: str | None
    state: str
    usable_from: datetime | None = None
    error_code: int | None = None
    error: str = ""


class Connections(Protocol):
    def add(self, connection: Connection) -> None: ...


class Callback(dict):
    """Query of our redirect page: ?state=...&code=... or ?state=...&error=..."""


class LinkService:
    def __init__(
        self,
        gateway: LinkGateway,
        connections: Connections,
        crm: Crm,
        now: Callable[[], datetime],
    ) -> None:
        self.gateway = gateway
        self.connections = connections
        self.crm = crm
        self.now = now

    @singledispatchmethod
    def complete(self, source) -> Connection:
        raise TypeError(type(source))

    @complete.register
    def _(self, callback: Callback) -> Connection:
        customer = callback["state"]
        if "error" in callback:
            return self._store(Connection(customer, None, "cancelled", error=callback["error"]))
        return self._finish(customer, callback["code"])

    @complete.register
    def _(self, customer: str) -> Connection:
        code = self.crm.code_for(customer)
        if code == "EXPIRED":
            return self._store(Connection(customer, None, "cancelled", error="link code expired"))
        return self._finish(customer, code)

    def _finish(self, customer: str, code: str) -> Connection:
        answer = self.gateway.exchange(code)
        connection = Connection(
            customer,
            answer.credentials_token,
            "active",
            error_code=answer.error_code,
            error=answer.error,
        )
        if answer.error_code == SECURITY_CHECKS:
            connection.state = "under review"
            connection.usable_from = self.now() + timedelta(hours=48)
        elif answer.error_code == 20002:
            connection.state = "loading"
        elif answer.status != 200 or answer.error_code:
            connection.state = f"failed:{answer.error_code or answer.status}"
        return self._store(connection)

    def _store(self, connection: Connection) -> Connection:
        self.connections.add(connection)
        return connection
