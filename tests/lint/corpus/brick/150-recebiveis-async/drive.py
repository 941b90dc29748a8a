from recebiveis.adaptador import BrickDados
from recebiveis.servico import Antecipacao


def make_client(base_url: str):
    return Antecipacao(BrickDados(base_url, "tok"))


async def call(client):
    return await client.carteira("urn:banco:c-1")
