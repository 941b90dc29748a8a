from synapse_client import BankLogin


def make_client(base_url):
    return BankLogin("id", "secret", "u1", base_url=base_url)


def call(client):
    return client.link("fake", "synapse_good", "test1234")
