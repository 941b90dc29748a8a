from consulta import Brick


def make_client(base_url):
    return Brick(base_url, "token")


def call(client):
    return client.consentimento("urn:brick:c-1")
