"""Coleta noturna de relatorios da Klavi para a carteira de clientes."""
from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, field
from typing import Any, Iterable

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_fixed

ENDERECO = "https://api.klavi.ai"


class FalhaKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"{codigo} - {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


class AindaNaoDisponivel(FalhaKlavi):
    pass


class CredencialRecusada(FalhaKlavi):
    pass


class SegundoFator(FalhaKlavi):
    pass


class ConfiguracaoParceiro(FalhaKlavi):
    pass


CLASSES: dict[int, type[FalhaKlavi]] = {
    **dict.fromkeys((402, 433), CredencialRecusada),
    **dict.fromkeys((434, 435, 436), SegundoFator),
    **dict.fromkeys((415, 432), AindaNaoDisponivel),
    **dict.fromkeys(range(501, 506), ConfiguracaoParceiro),
}

PENDENCIAS = {
    201: "autorizacao extra do usuario",
    202: "parte das transacoes",
    203: "cpf",
}


@dataclass(slots=True)
class Relatorio:
    vinculo: str
    dados: dict[str, Any]
    faltando: str | None = None
    contas: list[dict[str, Any]] = field(default_factory=list)


class ColetorKlavi:
    def __init__(self, token: str, base_url: str = ENDERECO, paralelas: int = 4) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(40.0, connect=5.0),
        )
        self._vagas = asyncio.Semaphore(paralelas)

    async def _request(self, caminho: str, **parametros: Any) -> dict[str, Any]:
        resposta = await self._http.get(caminho, params=parametros)
        corpo = resposta.json()
        codigo = int(corpo["code"])
        if codigo == 200 or codigo in PENDENCIAS:
            return corpo
        raise CLASSES.get(codigo, FalhaKlavi)(codigo, corpo.get("message", ""))

    async def relatorio(self, vinculo: str) -> Relatorio:
        async with self._vagas:
            async for tentativa in AsyncRetrying(
                retry=retry_if_exception_type(AindaNaoDisponivel),
                wait=wait_fixed(120),
                stop=stop_after_attempt(4),
                reraise=True,
            ):
                with tentativa:
                    corpo = await self._request("/data/v1/report", link=vinculo)
        dados = corpo.get("data") or {}
        return Relatorio(
            vinculo,
            dados,
            faltando=PENDENCIAS.get(int(corpo["code"])),
            contas=dados.get("accounts", []),
        )

    async def carteira(self, vinculos: Iterable[str]) -> list[Relatorio]:
        resultados = await asyncio.gather(
            *(self.relatorio(v) for v in vinculos),
            return_exceptions=True,
        )
        return [r for r in resultados if isinstance(r, Relatorio)]

    async def fechar(self) -> None:
        await self._http.aclose()


async def principal(token: str, arquivo: str) -> None:
    with open(arquivo, encoding="utf-8") as linhas:
        vinculos = [linha.strip() for linha in linhas if linha.strip()]
    coletor = ColetorKlavi(token)
    try:
        for relatorio in await coletor.carteira(vinculos):
            aviso = f" (falta: {relatorio.faltando})" if relatorio.faltando else ""
            print(f"{relatorio.vinculo}: {len(relatorio.contas)} contas{aviso}")
    finally:
        await coletor.fechar()


if __name__ == "__main__":
    asyncio.run(principal(sys.argv[1], sys.argv[2]))
