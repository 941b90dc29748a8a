from flanks_client import FlanksClient


def make_client(base_url):
    return FlanksClient("tok", base_url)


def call(client):
    return client.connect("bbva", "user", "secret")
