from _http import KlaviClient
from scheduler import fetch_all


def make_client(base_url: str):
    return base_url


async def call(client):
    async with KlaviClient("tok", base_url=client) as klavi:
        return await fetch_all(klavi, ["12345678909"])
