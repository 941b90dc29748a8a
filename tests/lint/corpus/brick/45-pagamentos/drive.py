from cliente import ClienteBrick


def make_client(base_url):
    return ClienteBrick("token", base_url)


def call(client):
    return client.iniciar("urn:brick:1", 10.5, "chave@exemplo.com")
