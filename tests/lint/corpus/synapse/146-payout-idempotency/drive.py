from payouts import Payouts


def make_client(base_url):
    return Payouts({"X-SP-GATEWAY": "a|b", "X-SP-USER": "c|d"}, base=base_url)


def call(client):
    return client.pay("u1", "n1", "n2", 12.5, "payout-1")
