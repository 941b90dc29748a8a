from refresh import Node, Refresher, Settings


def make_client(base_url: str):
    return Refresher(Settings(base_url, "id|secret"))


async def call(client):
    return await client.company([Node("acme", "u1", "oauth|fp", "n1")])
