from pix import PixGateway


def make_client(base_url):
    return PixGateway(base_url, "t")


def call(client):
    return client.iniciar("urn:brick:1", "10.00", "00000000000191")
