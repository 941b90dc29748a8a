from datetime import datetime, timezone

from khipu_client import KhipuClient
from movements_sync import Job, MovementsSync, SyncRepository


def make_client(base_url: str) -> MovementsSync:
    repository = SyncRepository()
    repository.add(Job("123", "2024-05"), datetime(2024, 6, 1, tzinfo=timezone.utc))
    return MovementsSync(KhipuClient("test-token", base_url=base_url), repository)


def call(client: MovementsSync):
    return client.run_due()
