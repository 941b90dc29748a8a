from decimal import Decimal

from conciliacao import Conciliador, Config, Lancamento


def make_client(base_url: str) -> Conciliador:
    return Conciliador(Config(url_base=base_url, token="t"))


def call(client: Conciliador):
    return client.concilia([Lancamento("p-1", Decimal("10.00"))])
