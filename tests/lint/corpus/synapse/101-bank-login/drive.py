from synapse import SynapseClient


def make_client(base_url: str) -> SynapseClient:
    return SynapseClient("gw", "fp", base_url=base_url)


def call(client: SynapseClient):
    return client.login("u1", "bofa", "synapse_good", "test1234")
