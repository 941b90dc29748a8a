from micro_deposits import MicroDeposits


def make_client(base_url):
    return MicroDeposits("id", "secret", "oauth", "fp", base_url=base_url)


def call(client):
    return client.verify("u1", "n1", 0.1, 0.12)
