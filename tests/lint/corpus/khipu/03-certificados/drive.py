from certificados import Certificados


def make_client(base_url):
    return Certificados("test-token", base_url)


def call(client):
    return client.certificado("76111111-1", "secret")
