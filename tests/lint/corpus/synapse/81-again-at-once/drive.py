from refrescar import Banco
from saldo import saldo


def make_client(base_url):
    return Banco(base_url, {"X-SP-GATEWAY": "id|secret"})


def call(client):
    return saldo(client, "u1", ["n1"])
