from synapse import SynapseClient


def make_client(base_url: str) -> SynapseClient:
    return SynapseClient("id", "secret", "fp", base_url=base_url)


def call(client: SynapseClient):
    return client.bank_login("u1", "synapse_good", "test1234", "fake")
