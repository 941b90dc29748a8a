from synapse import BankLink, Transport


def make_client(base_url):
    return BankLink(Transport("id|secret", "fp", base_url))


def call(client):
    return client.login("u1", "chase", "jdoe", "pw")
