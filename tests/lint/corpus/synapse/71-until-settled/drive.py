from transferencias import Transferencias


def make_client(base_url):
    return Transferencias({"X-SP-GATEWAY": "id|secret"}, base_url)


async def call(client):
    async with client.http:
        return await client.esperar("u1", "n1", "t1")
