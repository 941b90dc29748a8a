from aggregator import Aggregator


def make_client(base_url):
    return Aggregator("token", base_url)


async def call(client):
    return await client.holdings("cred")
