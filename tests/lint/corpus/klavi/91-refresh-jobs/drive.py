from klavi_api import KlaviApi
from refresh_jobs import RefreshJob, RefreshWorker, SnapshotRepository


def make_client(base_url: str) -> RefreshWorker:
    return RefreshWorker(KlaviApi("test-token", base_url=base_url), SnapshotRepository())


def call(client: RefreshWorker):
    client.enqueue(RefreshJob("link-1"))
    return client.drain()
