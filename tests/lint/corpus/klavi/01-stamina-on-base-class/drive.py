from connector import Connector


def make_client(base_url: str):
    return Connector(base_url)


def call(client):
    return client.login("12345678909", "nubank", "secret")
