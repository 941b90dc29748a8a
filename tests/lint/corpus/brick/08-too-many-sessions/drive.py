from holdings import Positions


def make_client(base_url):
    return Positions(base_url, "token")


def call(client):
    return client.load("c-1")
