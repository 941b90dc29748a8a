from brick_client import BrickClient


def make_client(base_url):
    return BrickClient(base_url, lambda: "token")


async def call(client):
    return await client.create_consent("76109277673", ["ACCOUNTS_READ"])
