from bank_login import BankLogin
from http_session import GatewaySession


def make_client(base_url: str):
    return BankLogin(GatewaySession("id|secret", base_url), "u1", "oauth|fp")


def call(client):
    return client.link("chase", "jdoe", "pw")
