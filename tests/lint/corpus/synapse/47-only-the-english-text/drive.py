from decimal import Decimal

from payments.synapse import SynapseProvider


def make_client(base_url):
    return SynapseProvider("u1", {"X-SP-GATEWAY": "id|secret"}, base_url)


def call(client):
    return client.try_transfer("n1", "n2", Decimal("10"))
