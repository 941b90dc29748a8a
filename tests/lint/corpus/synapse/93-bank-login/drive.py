from bank_login import BankLogin
from settings import Settings


def make_client(base_url: str) -> BankLogin:
    return BankLogin(Settings(url=base_url, gateway="g|s", oauth_key="o|f"))


def call(client: BankLogin):
    return client.start("u1", "fake", "synapse_good", "test1234")
