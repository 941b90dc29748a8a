from bank_login import BankLogin


def make_client(base_url):
    return BankLogin("id|secret", "oauth|fp", base_url=base_url)


def call(client):
    return client.start("557387ed86c27318532fbe09", "fake", "synapse_good", "test1234")
