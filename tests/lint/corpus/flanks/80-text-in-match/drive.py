import httpx

from loans import Loans


def make_client(base_url):
    return Loans(httpx.AsyncClient(base_url=base_url, headers={"Authorization": "Bearer tok"}))


async def call(client):
    async with client.http:
        return await client.debt("cred-token")
