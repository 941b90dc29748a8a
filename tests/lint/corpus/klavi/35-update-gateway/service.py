"""Application service: keeps Klavi's auto-update flag in step with our consent table."""
from __future__ import annotations

import logging
from typing import Iterable, Protocol

from gateway import ConsentMissingException, UpdateCommand, UpdateGateway

log = logging.getLogger(__name__)


class ConsentRepository(Protocol):
    def mark_withdrawn(self, connection_key: str, provider_code: int) -> None: ...

    def mark_synced(self, connection_key: str) -> None: ...


class AutoUpdateService:
    def __init__(self, gateway: UpdateGateway, repository: ConsentRepository) -> None:
        self._gateway = gateway
        self._repository = repository

    def enable(self, connection_keys: Iterable[str]) -> int:
        """Number of connections switched on; setup problems abort the whole run."""
        synced = 0
        for key in connection_keys:
            try:
                self._gateway.submit(UpdateCommand(key, True))
            except ConsentMissingException as withdrawn:
                log.info("connection %s: auto update withdrawn (%d)", key, withdrawn.code)
                self._repository.mark_withdrawn(key, withdrawn.code)
            else:
                self._repository.mark_synced(key)
                synced += 1
        return synced
