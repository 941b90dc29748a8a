from payouts import Payout, PayoutRunner


def make_client(base_url):
    return PayoutRunner(base_url, {"X-SP-GATEWAY": "id|secret"}, workers=1)


def call(client):
    return client.run([Payout("r-1", "u1", "n1", "n2", 10.0)])
