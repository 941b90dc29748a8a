import check_balances


def make_client(base_url: str):
    check_balances.BASE = base_url
    return check_balances


def call(client):
    return client.check_all([("u1", "n1", "ACME")], 50.0)
