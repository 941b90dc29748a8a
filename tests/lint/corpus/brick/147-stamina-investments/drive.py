from brick_client import BrickClient, open_http
from investments import portfolio


def make_client(base_url: str):
    return base_url


async def call(client):
    async with open_http(client, "tok") as http:
        return await portfolio(BrickClient(http), "funds", "c-1")
