#!/usr/bin/env python3
"""Lote noturno: baixa o relatório de cada CPF e grava um CSV com a situação de todos.

uso: relatorio.py cpfs.txt saida.csv
"""
from __future__ import annotations

import csv
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Iterable, Iterator

BASE = "https://api-sandbox.klavi.ai"

PENDENCIAS = {
    201: "autorizacao extra do usuario",
    202: "transacoes parciais",
    203: "relatorio sem cpf",
}
CARENCIA = {
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}


@dataclass
class Linha:
    cpf: str
    situacao: str
    codigo: int | None = None
    detalhe: str = ""
    liberado_em: str = ""
    arquivo: str = ""


def pausas_de_rede() -> Iterator[float]:
    yield 2
    yield 5
    yield 15


def baixar(url: str, token: str) -> dict:
    pausas = pausas_de_rede()
    pedido = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    while True:
        try:
            with urllib.request.urlopen(pedido, timeout=60) as resposta:
                return json.load(resposta)
        except urllib.error.HTTPError as exc:
            return json.loads(exc.read())
        except urllib.error.URLError:
            pausa = next(pausas, None)
            if pausa is None:
                raise
            time.sleep(pausa)


class Lote:
    def __init__(self, token: str, base_url: str = BASE, pasta: str = ".") -> None:
        self.token = token
        self.base_url = base_url
        self.pasta = pasta

    def linhas(self, cpfs: Iterable[str], agora: datetime) -> Iterator[Linha]:
        restantes = iter(cpfs)
        for cpf in restantes:
            linha = self._consultar(cpf, agora)
            yield linha
            if linha.codigo == 429:
                yield from (Linha(c, "nao_consultado") for c in restantes)

    def _consultar(self, cpf: str, agora: datetime) -> Linha:
        url = f"{self.base_url}/data/v1/reports?" + urllib.parse.urlencode({"taxId": cpf})
        try:
            corpo = baixar(url, self.token)
            codigo = int(corpo["code"])
        except (OSError, ValueError, KeyError, TypeError) as exc:
            return Linha(cpf, "sem_resposta", detalhe=repr(exc))

        if codigo == 200:
            return Linha(cpf, "completo", codigo, arquivo=self._salvar(cpf, corpo))
        if codigo in PENDENCIAS:
            return Linha(
                cpf, "incompleto", codigo, PENDENCIAS[codigo], arquivo=self._salvar(cpf, corpo)
            )
        texto = corpo.get("message") or ""
        if codigo in CARENCIA:
            quando = (agora + CARENCIA[codigo]).isoformat(timespec="minutes")
            return Linha(cpf, "em_carencia", codigo, texto, liberado_em=quando)
        return Linha(cpf, "falha", codigo, texto)

    def _salvar(self, cpf: str, corpo: dict) -> str:
        caminho = os.path.join(self.pasta, f"{cpf}.json")
        with open(caminho, "w", encoding="utf-8") as saida:
            json.dump(corpo.get("data"), saida, ensure_ascii=False)
        return caminho


def main(argv: list[str]) -> int:
    with open(argv[1], encoding="utf-8") as entrada:
        cpfs = [linha.strip() for linha in entrada if linha.strip()]
    lote = Lote(os.environ["KLAVI_TOKEN"])
    ruins = 0
    with open(argv[2], "w", newline="", encoding="utf-8") as saida:
        tabela = csv.DictWriter(saida, [campo.name for campo in fields(Linha)])
        tabela.writeheader()
        for linha in lote.linhas(cpfs, datetime.now()):
            tabela.writerow(asdict(linha))
            ruins += linha.situacao != "completo"
    return 1 if ruins else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
