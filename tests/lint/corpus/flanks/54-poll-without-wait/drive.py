import httpx

from extraction import funds


def make_client(base_url):
    return httpx.AsyncClient(base_url=base_url, headers={"Authorization": "Bearer tok"})


async def call(client):
    async with client:
        return await funds(client, "cred-token")
