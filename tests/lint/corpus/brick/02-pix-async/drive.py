from decimal import Decimal

from iniciacao import Iniciador
from modelos import OrdemPix


def make_client(base_url):
    return Iniciador(base_url, "token")


async def call(client):
    return await client.pagar(
        OrdemPix(id_interno="o-1", consentimento="urn:c:1", valor=Decimal("10.00"), chave="a@b.c")
    )
