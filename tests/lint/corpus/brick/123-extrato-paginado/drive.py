import httpx

from extrato import importar


def make_client(base_url: str):
    return httpx.AsyncClient(base_url=base_url, headers={"Authorization": "Bearer tok"})


async def call(client):
    return await importar(client, {"acc-1": "c-1"})
