"""Job noturno: baixa os extratos de todos os consentimentos ativos.

    python -m extrator consentimentos.csv saida/
"""
import asyncio
import csv
import json
import os
import pathlib
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp

BASE = os.getenv("BRICK_URL", "https://api.brickbank.com.br")

REENVIAR = {408, 429, 500, 502, 503, 504}

Resposta = tuple[int, dict[str, Any]]


class ErroBrick(Exception):
    def __init__(self, status: int, codigo: str, detalhe: str) -> None:
        super().__init__(f"{status} {codigo}: {detalhe}")
        self.status = status
        self.codigo = codigo


async def com_recuo(chamada: Callable[[], Awaitable[Resposta]], tentativas: int = 6, base: float = 3.0) -> Resposta:
    for n in range(tentativas):
        status, corpo = await chamada()
        if status not in REENVIAR or n == tentativas - 1:
            break
        await asyncio.sleep(base * 2**n)
    return status, corpo


class Extrator:
    def __init__(self, base_url: str = BASE, token: str = "", paralelas: int = 5) -> None:
        self.base_url = base_url
        self.cabecalhos = {"Authorization": f"Bearer {token}"}
        self.vagas = asyncio.Semaphore(paralelas)
        self.adiados: dict[str, datetime] = {}

    async def extrato(self, sessao: aiohttp.ClientSession, consentimento: str) -> list[dict] | None:
        url = f"{self.base_url}/open-banking/accounts/v2/transactions"

        async def chamada() -> Resposta:
            async with self.vagas, sessao.get(url, params={"consentId": consentimento}) as r:
                return r.status, await r.json(content_type=None)

        status, corpo = await com_recuo(chamada)
        if status == 200:
            return corpo["data"]
        codigo = corpo.get("codigo", "")
        if codigo in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
            self.adiados[consentimento] = datetime.now() + timedelta(minutes=10)
            return None
        raise ErroBrick(status, codigo, corpo.get("detail", ""))

    async def todos(self, consentimentos: list[str]) -> dict[str, Any]:
        async with aiohttp.ClientSession(headers=self.cabecalhos) as sessao:
            saidas = await asyncio.gather(
                *(self.extrato(sessao, c) for c in consentimentos), return_exceptions=True
            )
        return dict(zip(consentimentos, saidas))


def main(entrada: str, saida: str) -> int:
    with open(entrada, newline="") as f:
        ids = [linha["consent_id"] for linha in csv.DictReader(f)]
    extrator = Extrator(token=os.environ["BRICK_TOKEN"])
    falhas = 0
    for consentimento, resultado in asyncio.run(extrator.todos(ids)).items():
        if isinstance(resultado, BaseException):
            falhas += 1
            print(consentimento, resultado, file=sys.stderr)
        elif resultado is not None:
            pathlib.Path(saida, f"{consentimento}.json").write_text(json.dumps(resultado))
    pathlib.Path(saida, "adiados.json").write_text(json.dumps(extrator.adiados, default=str))
    return min(falhas, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
