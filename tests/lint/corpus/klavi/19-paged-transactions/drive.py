import httpx

from statements import Statements, total_spent


def make_client(base_url: str):
    return Statements(httpx.Client(base_url=base_url))


def call(client):
    return total_spent(client, ["12345678909"])
