from funds import Funds


def make_client(base_url: str):
    return Funds(base_url, "tok")


def call(client):
    return client.investments("c-1")
