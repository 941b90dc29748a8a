import httpx

from bankfeed.feed import fetch


def make_client(base_url: str):
    return httpx.AsyncClient(base_url=base_url)


async def call(client):
    return await fetch(client, "bci.cl", {"Username": "11111111-1", "Password": "secret"})
