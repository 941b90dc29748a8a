from decimal import Decimal

from cliente_brick import ClienteBrick
from servico_pagamentos import Pagamento, RepositorioPagamentos, ServicoPagamentos


def make_client(base_url: str) -> ServicoPagamentos:
    return ServicoPagamentos(ClienteBrick("test-token", base_url), RepositorioPagamentos())


def call(client: ServicoPagamentos):
    return client.processar(Pagamento("urn:consent:1", Decimal("10.00")))
