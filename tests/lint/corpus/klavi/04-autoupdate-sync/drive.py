from sync import Choice, UpdateClient


def make_client(base_url):
    return UpdateClient("p", "t", root=base_url)


async def call(client):
    return await client.push_all([Choice("k-1", True)])
