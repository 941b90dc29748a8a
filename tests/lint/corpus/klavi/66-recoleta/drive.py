import tempfile

from recoleta import Recoleta


def make_client(base_url):
    return Recoleta(base_url, pasta=tempfile.mkdtemp())


def call(client):
    recusados = client.rodar(["rel-1"])
    if recusados:
        raise RuntimeError(recusados[0])
    return client.agenda
