import itertools

from bank_data import BankData
from tokens import TokenSource


def make_client(base_url: str):
    serial = itertools.count(1)
    return BankData(TokenSource(lambda: f"jwt-{next(serial)}"), base_url + "/v1/cl")


def call(client):
    return client.accounts("bci.cl", "11111111-1", "secret")
