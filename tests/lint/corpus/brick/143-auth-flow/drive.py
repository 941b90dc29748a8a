from consents import Consents


def make_client(base_url: str):
    return Consents.connect("id", "secret", base_url, token="tok-1")


def call(client):
    return client.get("c-1")
