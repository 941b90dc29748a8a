from settlement import Ledger, Settler, SynapseClient
from settlement.settle import Invoice


def make_client(base_url: str) -> Settler:
    return Settler(SynapseClient(base_url, "id|secret", "key|fp"), Ledger())


def call(client: Settler):
    client.settle_all([Invoice("inv-1", "u1", "n1", "n2", 10.0)])
    return client.ledger
