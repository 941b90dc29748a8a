from cliente import ClienteReceptor


def make_client(base_url):
    return ClienteReceptor(base_url, "test-token")


def call(client):
    return client.contas("urn:brick:1")
