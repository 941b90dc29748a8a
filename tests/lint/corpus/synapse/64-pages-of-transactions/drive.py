from history import History


def make_client(base_url):
    return History({"X-SP-GATEWAY": "id|secret"}, base_url)


async def call(client):
    async with client:
        return await client.settled("u1", "n1")
