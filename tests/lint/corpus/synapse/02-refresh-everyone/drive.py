from refresher import Node, Refresher


def make_client(base_url):
    return Refresher("id|secret", base_url)


async def call(client):
    return await client.refresh([Node("u1", "n1")])
