import datetime as dt

from client import Credentials, StatementClient


def make_client(base_url: str):
    return StatementClient("tok", base_url=base_url + "/v1/cl")


def call(client):
    login = Credentials(username="11111111-1", password="secret")
    return client.movements("bci.cl", login, dt.date(2024, 5, 1))
