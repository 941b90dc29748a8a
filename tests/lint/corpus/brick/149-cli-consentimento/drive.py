from brick import Consentimentos


def make_client(base_url: str):
    return Consentimentos(base_url, "tok")


def call(client):
    return client.consultar("urn:brick:c-1")
