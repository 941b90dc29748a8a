from payouts import Ledger, Payouts


def make_client(base_url):
    return Payouts(base_url, "k|fp", Ledger())


def call(client):
    return client.pay("p-1", "u1", "n1", "n2", 1250)
