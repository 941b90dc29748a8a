"""Turns the code that Flanks Link hands to the browser into a connection the importer may read."""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Callable, Protocol

from flanks_api import FlanksApi, UnderReview

log = logging.getLogger("wealth.onboarding")

REVIEW = timedelta(hours=48)


def _now() -> datetime:
    return datetime.now(timezone.utc)


@dataclass
class Connection:
    client_id: int
    credentials_token: str | None
    active: bool
    read_from: datetime


class Connections(Protocol):
    def add(self, connection: Connection) -> None: ...


@dataclass
class InMemory:
    rows: list[Connection] = field(default_factory=list)

    def add(self, connection: Connection) -> None:
        self.rows.append(connection)


class Onboarding:
    def __init__(
        self,
        api: FlanksApi,
        connections: Connections,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        self.api = api
        self.connections = connections
        self.clock = clock

    def finish(self, client_id: int, link_code: str) -> Connection:
        now = self.clock()
        try:
            token = self.api.exchange(link_code)
        except UnderReview as exc:
            log.info("client %d: %s", client_id, exc)
            connection = Connection(client_id, exc.body.get("credentials_token"), False, now + REVIEW)
        else:
            connection = Connection(client_id, token, True, now)
        self.connections.add(connection)
        return connection
