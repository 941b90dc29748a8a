from brick_client import BrickPayments


def make_client(base_url):
    return BrickPayments(base_url, "t")


def call(client):
    return client.pay({"consentId": "urn:brick:1", "amount": "10.00"}, "k-1")
