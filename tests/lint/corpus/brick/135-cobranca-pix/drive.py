from cobranca import conciliar
from sessao import nova_sessao


def make_client(base_url: str):
    return nova_sessao("tok"), base_url


def call(client):
    http, base_url = client
    return conciliar(http, ["p-1"], base_url)
