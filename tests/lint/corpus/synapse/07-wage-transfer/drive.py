from gateway import Wage
from synapse_gateway import SynapseWageGateway


def make_client(base_url):
    return SynapseWageGateway(base_url, "u1", "n1", {"X-SP-GATEWAY": "id|secret"})


def call(client):
    return client.pay(Wage("2024-05", "e1", 120000, "n2"))
