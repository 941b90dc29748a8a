from bank_login import BankLogin
from wire import Wire


def make_client(base_url: str) -> BankLogin:
    return BankLogin(Wire("id|secret", "oauth|fp", base_url), "u1")


def call(client: BankLogin):
    return client.refresh("n1")
