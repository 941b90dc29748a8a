from brick import Brick


def make_client(base_url):
    return Brick(base_url, "token")


def call(client):
    return client.recurso("urn:brick:1", "accounts")
