from bank_login import BankLogin, answered, build


def make_client(base_url: str) -> BankLogin:
    return build(base_url, "594e0fa2838454002ea317a0", "key|print")


def call(client: BankLogin):
    return answered(client, "fake", "synapse_good", "test1234", {"Mother's name?": "Ana"})
