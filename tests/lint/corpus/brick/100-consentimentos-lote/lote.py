"""Confere no Brick o estado de todos os consentimentos que temos como ativos."""
from __future__ import annotations

import asyncio
import csv
import datetime as dt
import logging
import os
import sys
from collections import Counter
from dataclasses import astuple, dataclass

import httpx

from brick import Brick, BrickErro

log = logging.getLogger("lote")


@dataclass
class Linha:
    consent_id: str
    situacao: str
    code: str = ""
    detalhe: str = ""
    adiado_para: str = ""


def proximo_mes(hoje: dt.date) -> dt.date:
    return (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


class Conferencia:
    def __init__(self, brick: Brick, largura: int = 10) -> None:
        self.brick = brick
        self.vagas = asyncio.Semaphore(largura)
        self.contadores: Counter[str] = Counter()

    async def um(self, consent_id: str) -> Linha:
        async with self.vagas:
            try:
                doc = await self.brick.consentimento(consent_id)
                linha = Linha(consent_id, doc["data"]["status"])
            except BrickErro as erro:
                linha = self._recusa(consent_id, erro)
            except httpx.TransportError as exc:
                linha = Linha(consent_id, "rede", detalhe=repr(exc))
        self.contadores[linha.code or linha.situacao] += 1
        return linha

    def _recusa(self, consent_id: str, erro: BrickErro) -> Linha:
        linha = Linha(consent_id, "erro", erro.code or str(erro.status), erro.detail)
        match erro.code:
            case "LIMITE_OPERACIONAL_EXCEDIDO":
                linha.situacao = "adiado"
                linha.adiado_para = proximo_mes(dt.date.today()).isoformat()
            case "CONSENTIMENTO_NAO_ENCONTRADO":
                linha.situacao = "inexistente"
            case "CONSENTIMENTO_NAO_AUTORIZADO" | "CONSENTIMENTO_INVALIDO" | "CONSENTIMENTO_EM_STATUS_REJEITADO":
                linha.situacao = "sem autorizacao"
            case "TOKEN_NAO_AUTORIZADO" | "invalid_token":
                linha.situacao = "token"
        return linha

    async def rodar(self, ids: list[str]) -> list[Linha]:
        linhas = await asyncio.gather(*(self.um(i) for i in ids))
        for nome, total in self.contadores.most_common():
            log.info("brick.%s %d", nome, total)
        return linhas


async def main() -> int:
    brick = Brick(os.environ["BRICK_TOKEN"])
    try:
        linhas = await Conferencia(brick).rodar(sys.stdin.read().split())
    finally:
        await brick.fechar()
    saida = csv.writer(sys.stdout)
    saida.writerows(astuple(linha) for linha in linhas)
    return 1 if any(linha.code or linha.situacao == "rede" for linha in linhas) else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    sys.exit(asyncio.run(main()))
