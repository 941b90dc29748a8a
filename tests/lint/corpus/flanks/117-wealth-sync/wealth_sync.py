from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Iterable, Protocol

from flanks_gateway import FlanksGateway, Holding, SyncFailed

log = logging.getLogger(__name__)


class Store(Protocol):
    def replace(self, client_id: str, holdings: list[Holding]) -> None: ...

    def failed(self, client_id: str, reason: str) -> None: ...


def sync_all(gateway: FlanksGateway, clients: Iterable[tuple[str, str]], store: Store) -> int:
    failed = 0
    with ThreadPoolExecutor(max_workers=4) as pool:
        jobs = {pool.submit(gateway.holdings, token): client_id for client_id, token in clients}
        for job in as_completed(jobs):
            client_id = jobs[job]
            try:
                store.replace(client_id, job.result())
            except (SyncFailed, TimeoutError) as exc:
                failed += 1
                log.error("client %s: %s", client_id, exc)
                store.failed(client_id, str(exc))
    return failed
