from khipu import ClienteKhipu
from portal import Portal


def make_client(base_url):
    return Portal(ClienteKhipu("jwt", base=base_url))


def call(client):
    return client.descargar("76111111-1", "secreta", "2024-05")
