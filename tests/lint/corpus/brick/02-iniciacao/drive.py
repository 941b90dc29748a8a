from iniciacao import Iniciador


def make_client(base_url):
    return Iniciador(base_url, "test-token")


def call(client):
    return client.pagar("urn:consentimento:1", "10.00", "pix@example.com")
