from brick_client import BrickClient


def make_client(base_url):
    return BrickClient(base_url, "token")


async def call(client):
    async with client:
        return await client.accounts("urn:bancoex:C1DD33123")
