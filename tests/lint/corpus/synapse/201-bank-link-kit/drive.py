from synapsekit import Synapse
from synapsekit.kit import Transport


def make_client(base_url: str) -> Synapse:
    return Synapse(Transport(base_url, {"X-SP-GATEWAY": "id|secret"}))


def call(client: Synapse):
    return client.login("u1", "chase", "jdoe", "pw")
