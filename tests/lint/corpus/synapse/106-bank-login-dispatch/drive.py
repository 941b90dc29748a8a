from bank_login import BankLogin


def make_client(base_url: str) -> BankLogin:
    return BankLogin("gateway", base_url)


def call(client: BankLogin):
    return client.link("u1", "fake", "synapse_good", "test1234")
