from pysynapse import BankLogin


def make_client(base_url: str) -> BankLogin:
    return BankLogin("id|secret", "oauth|fp", base_url=base_url)


def call(client: BankLogin):
    return client.link("u-1", "fake", "synapse_good", "test1234")
