from flanks_client import FlanksClient


def make_client(base_url):
    return FlanksClient("token", base_url=base_url)


async def call(client):
    return await client.fetch_holdings("tok-1")
