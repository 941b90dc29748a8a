import httpx

from linking_service import LinkingService
from ports import Login
from synapse_gateway import SynapseGateway


def make_client(base_url: str):
    return LinkingService(SynapseGateway(httpx.AsyncClient(base_url=base_url), "oauth|fp"))


async def call(client):
    return await client.link(Login("u1", "chase", "jdoe", "pw"))
