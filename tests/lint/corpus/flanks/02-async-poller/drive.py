from wealth.client import WealthClient


def make_client(base_url):
    return WealthClient("k", base_url=base_url, every=15, polls=6)


async def call(client):
    async with client:
        return await client.holdings("cred-token")
