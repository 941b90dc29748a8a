from brick_sessao import BrickSessao


def make_client(base_url):
    return BrickSessao(base_url, lambda: "token")


def call(client):
    return client.consentimento("urn:brick:c-1")
