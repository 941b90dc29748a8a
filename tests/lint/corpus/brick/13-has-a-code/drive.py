from data_client import DataClient


def make_client(base_url: str):
    return DataClient(base_url, "tok")


def call(client):
    return client.accounts("c-1")
