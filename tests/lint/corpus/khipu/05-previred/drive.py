from previred import Previred


def make_client(base_url):
    return Previred("t", base_url)


def call(client):
    return client.certificado("11111111-1", "x")
