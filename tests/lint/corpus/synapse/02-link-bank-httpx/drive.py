from link_bank import BankLinker


def make_client(base_url):
    return BankLinker("u1", "id|secret", base_url)


def call(client):
    return client.link("fake", "synapse_good", "test1234")
