import itertools

from transacoes import Transacoes


def make_client(base_url: str) -> Transacoes:
    serie = itertools.count(1)
    return Transacoes(lambda: f"tok-{next(serie)}", base_url, "c-1")


def call(client: Transacoes):
    return client.todas("acc-1")
