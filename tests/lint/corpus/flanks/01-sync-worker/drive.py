from flanks_client import FlanksClient


def make_client(base_url):
    return FlanksClient("t", base_url=base_url)


def call(client):
    return client.connect("santander", "user", "pw")
