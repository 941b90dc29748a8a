from klavi_client import KlaviClient


def make_client(base_url):
    return KlaviClient("p", "t", base_url=base_url)


def call(client):
    return client.connect("11122233344", "itau", {"password": "x"})
