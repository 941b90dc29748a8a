from consentimentos import Consulta


def make_client(base_url):
    return Consulta(base_url, "token")


def call(client):
    return client.situacao("urn:c:1")
