from iniciador import IniciadorPix


def make_client(base_url):
    return IniciadorPix("token-de-teste", base_url=base_url)


def call(client):
    return client.pagar("urn:brick:1", "10.00", "00020126")
