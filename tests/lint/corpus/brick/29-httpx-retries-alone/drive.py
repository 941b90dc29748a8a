from factory import client_for
from insurance import policies


def make_client(base_url: str):
    return client_for(base_url, "tok")


def call(client):
    return policies(client, "c-1")
