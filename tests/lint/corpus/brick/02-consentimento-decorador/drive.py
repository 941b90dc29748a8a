from brick_http import BrickHttp
from consentimentos import Consentimentos


def make_client(base_url):
    return Consentimentos(BrickHttp("test-token", base_url=base_url))


def call(client):
    return client.extrato("urn:brick:1", "conta-1")
