from fechamento import fechar
from transacoes import Transacoes


def make_client(base_url: str):
    return Transacoes("tok", base_url)


def call(client):
    return fechar(client, {"conta-1": "c-1"})
