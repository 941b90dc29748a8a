from app import Klavi


def make_client(base_url):
    return Klavi("test-token", base_url)


def call(client):
    return client.get_transactions("link-1")
