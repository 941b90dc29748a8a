import tempfile

from bajar_cartolas import Bajador


def make_client(base_url):
    return Bajador(base_url, carpeta=tempfile.mkdtemp())


def call(client):
    return client.mes("2024-03"), client.estado
