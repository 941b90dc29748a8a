from ledger import Ledger


def make_client(base_url):
    return Ledger({"X-SP-GATEWAY": "id|secret"}, base_url=base_url)


def call(client):
    return client.book("u1", "n1", "INV-7", 1250, {"type": "ACH-US", "id": "n2"})
