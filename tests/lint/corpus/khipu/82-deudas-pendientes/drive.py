import itertools

from khipu import Khipu


def make_client(base_url):
    numeros = itertools.count(1)
    return Khipu(lambda: "jwt-de-prueba-%d" % next(numeros), url=base_url)


def call(client):
    return client.deudas("76111111-1", "secreta")
