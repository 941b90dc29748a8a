from client import SynapseClient
from job import refresh_all


def make_client(base_url: str) -> SynapseClient:
    return SynapseClient("gw", "user", base_url=base_url)


def call(client: SynapseClient):
    return refresh_all(client, [("u1", "n1")])
