import asyncio
import datetime as dt

from pagamentos import ApiBrick, Pagamento, ServicoPagamentos


class RepositorioFalso:
    def __init__(self, *itens):
        self.itens = {p.id: p for p in itens}

    async def buscar(self, id):
        return self.itens[id]

    async def gravar(self, pagamento):
        self.itens[pagamento.id] = pagamento


def make_client(base_url: str) -> ServicoPagamentos:
    return ServicoPagamentos(
        ApiBrick(base_url, "test-token"),
        RepositorioFalso(Pagamento("p-1", "urn:brick:1", "10.00")),
        hoje=lambda: dt.date(2024, 5, 6),
        pausa=asyncio.sleep,
    )


async def call(servico: ServicoPagamentos):
    return await servico.pagar("p-1")
