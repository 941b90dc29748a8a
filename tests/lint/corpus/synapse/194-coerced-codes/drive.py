from balances import refresh_patiently
from synapse_client import SynapseClient


def make_client(base_url: str):
    return base_url


async def call(client):
    synapse = SynapseClient.connect("id|secret", "oauth|fp", client)
    try:
        return await refresh_patiently(synapse, "u1", "n1")
    finally:
        await synapse.aclose()
