from hub.providers import Klavi


def make_client(base_url):
    return Klavi("pc", "pt", root=base_url)


def call(client):
    return client.pull("12345678909")
