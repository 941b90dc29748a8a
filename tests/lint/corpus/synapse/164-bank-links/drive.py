from synapse_facade import BankLinks


def make_client(base_url: str) -> BankLinks:
    return BankLinks("client_id", "client_secret", base_url)


def call(client: BankLinks):
    return client.link("u1", "fake", "synapse_good", "test1234")
