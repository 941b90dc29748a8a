from synapse_login import BankLogin


def make_client(base_url):
    return BankLogin("id|secret", base_url)


def call(client):
    return client.link("u1", "key|fp", "chase", "u", "p")
