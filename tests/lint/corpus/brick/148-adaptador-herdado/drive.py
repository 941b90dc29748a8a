from decimal import Decimal

from gateway import GatewayPix
from ordens import Ordem, ServicoDeOrdens


def make_client(base_url: str):
    return ServicoDeOrdens(GatewayPix(base_url, "tok"))


def call(client):
    return client.executar(Ordem("c-1", Decimal("10.00"), "fulano@example.com"))
