import httpx

from worker import read_everything


def make_client(base_url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base_url, headers={"Authorization": "Bearer test"}, timeout=20)


async def call(client: httpx.AsyncClient):
    return await read_everything(client, "urn:brick:9", ["accounts/v2/accounts"])
