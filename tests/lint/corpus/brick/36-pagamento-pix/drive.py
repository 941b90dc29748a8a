from autenticacao import TokenRenovavel
from pagamentos import IniciadorPix


async def _novo_token() -> str:
    return "t2"


def make_client(base_url: str) -> IniciadorPix:
    return IniciadorPix(base_url, TokenRenovavel("t1", _novo_token))


async def call(client: IniciadorPix):
    return await client.pagar("urn:brick:c1", "10.00")
