from app import Resync


def make_client(base_url):
    return Resync(base_url, "id|secret", "oauth")


def call(client):
    return client("u1", "n1")
