from connector import Connector
from onboarding import onboard


def make_client(base_url: str) -> Connector:
    return Connector(base_url, "tok")


def call(client: Connector):
    return onboard(client, "12345678909", "caixa", {"password": "secret"})
