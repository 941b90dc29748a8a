from gateway import GatewayConsentimento


def make_client(base_url):
    return GatewayConsentimento(base_url, "t")


def call(client):
    return client.situacao("c-1")
