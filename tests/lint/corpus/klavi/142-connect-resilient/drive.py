import httpx

from connect import BankConnector


def make_client(base_url: str):
    return BankConnector(httpx.Client(base_url=base_url))


def call(client):
    return client.connect("12345678909", "itau", {"login": "user", "password": "secret"})
