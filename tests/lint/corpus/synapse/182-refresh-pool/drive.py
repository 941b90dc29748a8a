from client import SynapseClient
from refresher import RefreshPool


def make_client(base_url: str) -> str:
    return base_url


async def call(client: str):
    async with SynapseClient("id|secret", "oauth|fp", client) as synapse:
        return await RefreshPool(synapse).run("u1", ["n1"])
