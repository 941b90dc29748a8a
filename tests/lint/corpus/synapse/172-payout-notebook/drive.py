import payouts


def make_client(base_url: str):
    payouts.BASE = base_url
    return payouts


def call(client):
    return client.pay_all([{"ref": "r-1", "node": "n1", "amount": "10.00"}])
