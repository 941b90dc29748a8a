from decimal import Decimal
from uuid import UUID

from iniciador import Iniciador
from modelos import Ordem


def make_client(base_url: str):
    return Iniciador(base_url, "tok")


def call(client):
    return client.iniciar(Ordem(id=UUID(int=7), consent_id="c-1", valor=Decimal("10"), chave_pix="a@b.c"))
