from settings import WorkerSettings
from worker import RefreshWorker


def make_client(base_url: str) -> RefreshWorker:
    return RefreshWorker(WorkerSettings(base_url=base_url, gateway_key="id|secret", oauth_key="oauth"))


async def call(client: RefreshWorker):
    return await client.run([("u1", "n1")])
