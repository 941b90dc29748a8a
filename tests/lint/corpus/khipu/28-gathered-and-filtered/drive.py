import httpx

from feed import Credentials, HouseholdFeed


def make_client(base_url: str):
    return HouseholdFeed(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.movements([Credentials("bci.cl", "11111111-1", "secret")])
