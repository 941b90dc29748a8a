from movements import Movements


def make_client(base_url):
    return Movements("test-token", base_url=base_url)


async def call(client):
    return await client.fetch("76111111-1", "secret", "2024-05")
