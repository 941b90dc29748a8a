from flanks_client import FlanksClient


def make_client(base_url):
    return FlanksClient("tok", base_url=base_url)


async def call(client):
    async with client:
        return await client.cards("cred-token")
