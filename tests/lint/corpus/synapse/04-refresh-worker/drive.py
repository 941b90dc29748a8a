from refresh import RefreshClient


def make_client(base_url: str) -> RefreshClient:
    return RefreshClient("id|secret", "key|fp", base_url=base_url)


async def call(client: RefreshClient):
    return await client.refresh("u1", "n1", pause=300)
