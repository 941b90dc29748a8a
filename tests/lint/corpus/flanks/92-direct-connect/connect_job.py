"""Background job behind the "add a bank" form."""
from __future__ import annotations

import datetime as dt
import logging
from typing import Callable

from connections import Connection, ConnectionRepository
from flanks_client import FlanksClient
from flanks_errors import FlanksError

log = logging.getLogger(__name__)


class ConnectFailed(Exception):
    """Shown by the form as "we couldn't add your bank"."""


class ConnectJob:
    def __init__(
        self,
        client: FlanksClient,
        connections: ConnectionRepository,
        on_active: Callable[[Connection], None],
    ) -> None:
        self.client = client
        self.connections = connections
        self.on_active = on_active

    def run(self, customer_id: str, bank: str, username: str, password: str) -> Connection:
        log.info("adding %s for customer %s", bank, customer_id)
        try:
            body = self.client.create_credentials(bank, username, password)
        except FlanksError:
            raise ConnectFailed(f"could not add {bank} for customer {customer_id}") from None
        connection = Connection(
            customer_id=customer_id,
            bank=bank,
            credentials_token=body["credentials_token"],
            active=True,
            since=dt.datetime.now(dt.timezone.utc),
        )
        self.connections.add(connection)
        self.on_active(connection)
        return connection
