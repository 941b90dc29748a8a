from ledger import Ledger


def make_client(base_url):
    return Ledger(lambda: "oauth", "gw", base_url=base_url)


def call(client):
    return client.pay("u1", "n1", "n2", 10.5)
