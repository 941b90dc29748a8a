"""Liga e desliga a atualização automática de uma conexão."""
import asyncio

import aiohttp

from erros import ErroKlavi, ParceiroRecusado, RequisicaoRecusada, UsuarioNaoAutorizou
from resiliencia import reconecta

KLAVI = "https://api.klavi.ai"
CADASTRO = "https://cadastro.interno.example"


class ServicoAtualizacao:
    def __init__(self, codigo_parceiro: str, token: str, klavi: str = KLAVI, cadastro: str | None = CADASTRO):
        self._cabecalhos = {"X-Partner-Code": codigo_parceiro, "Authorization": f"Bearer {token}"}
        self._klavi = klavi
        self._cadastro = cadastro

    async def definir(self, chave: str, permitir: bool) -> dict:
        corpo = await self._put(chave, permitir)
        codigo = int(corpo["code"])
        mensagem = corpo.get("message", "")
        match codigo:
            case 200:
                if self._cadastro:
                    await self._anotar(chave, permitir)
                return corpo.get("data") or {}
            case 601:
                raise UsuarioNaoAutorizou(codigo, mensagem)
            case 600 | 602 | 708:
                raise RequisicaoRecusada(codigo, mensagem)
            case parceiro if 701 <= parceiro <= 704:
                raise ParceiroRecusado(codigo, mensagem)
            case _:
                raise ErroKlavi(codigo, mensagem)

    @reconecta(3)
    async def _put(self, chave: str, permitir: bool) -> dict:
        async with aiohttp.ClientSession(headers=self._cabecalhos) as sessao:
            async with sessao.put(
                f"{self._klavi}/data/v1/connections",
                json={"connectionKey": chave, "allowAutoUpdate": permitir},
            ) as resposta:
                return await resposta.json(content_type=None)

    async def _anotar(self, chave: str, permitir: bool) -> None:
        """O cadastro é nosso; reinicia de madrugada e responde 503 por alguns segundos."""
        async with aiohttp.ClientSession() as sessao:
            for _ in range(5):
                async with sessao.post(
                    f"{self._cadastro}/conexoes/{chave}", json={"auto": permitir}
                ) as resposta:
                    if resposta.status not in (429, 503):
                        resposta.raise_for_status()
                        return
                await asyncio.sleep(2)
        raise RuntimeError("cadastro fora do ar")
