import httpx

from watcher import Watcher


def make_client(base_url: str):
    return Watcher(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.wait("c-1")
