import asyncio

from holdings import Holdings


async def bearer():
    return "test-token"


def make_client(base_url: str) -> Holdings:
    return Holdings(base_url, bearer, sleep=lambda seconds: asyncio.sleep(seconds))


async def call(client: Holdings):
    return await client.all(["ct-1"])
