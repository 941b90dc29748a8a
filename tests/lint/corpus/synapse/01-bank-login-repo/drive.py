from bank_logins import BankLoginRepository


def make_client(base_url):
    return BankLoginRepository("id|secret", "oauth|fp", base_url=base_url)


def call(client):
    return client.link("u1", "nomi", "synapse_good", "test1234")
