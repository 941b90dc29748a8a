import httpx

from app.services.synapse import SynapseService


def make_client(base_url: str) -> SynapseService:
    return SynapseService(httpx.AsyncClient(base_url=base_url))


async def call(client: SynapseService):
    return await client.refresh("u1", "n1")
