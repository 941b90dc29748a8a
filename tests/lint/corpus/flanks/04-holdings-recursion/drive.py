from holdings import HoldingsClient


def make_client(base_url):
    return HoldingsClient(base_url, "b")


async def call(client):
    return await client.holdings("ct-1")
