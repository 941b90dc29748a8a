from decimal import Decimal

from synapse_client import SynapseClient
from transfers import LedgerEntry, submit


def make_client(base_url: str):
    return SynapseClient("id|secret", "oauth|fp", base_url)


def call(client):
    return submit(client, LedgerEntry("e-1", "u1", "n1", "n2", Decimal("12.00")))
