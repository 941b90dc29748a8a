from datetime import date

from brick_api import BrickApi
from sincronizacao import Consentimento, RepositorioConsentimentos, Sincronizador


class TokensFixos:
    def __init__(self) -> None:
        self._serie = 1

    async def atual(self) -> str:
        return f"token-{self._serie}"

    async def renovar(self) -> str:
        self._serie += 1
        return await self.atual()


def make_client(base_url: str) -> Sincronizador:
    repositorio = RepositorioConsentimentos({"c-1": Consentimento("c-1")})
    return Sincronizador(BrickApi(base_url, TokensFixos()), repositorio)


async def call(client: Sincronizador):
    return await client.rodar(date(2024, 5, 20))
