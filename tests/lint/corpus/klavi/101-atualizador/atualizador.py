"""Atualiza os dados de todos os vínculos ativos na Klavi e grava o resultado em SQLite."""
from __future__ import annotations

import json
import logging
import os
import sqlite3
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from codigos import PARCIAIS, PAUSAS, Codigo
from limites import Orcamento, Vazao

log = logging.getLogger("atualizador")


class KlaviErro(Exception):
    def __init__(self, codigo: Codigo, mensagem: str) -> None:
        super().__init__(f"{codigo.value} {codigo.name}: {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


@dataclass(frozen=True)
class Resultado:
    situacao: str
    codigo: int
    dados: Any = None


class Klavi:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", orcamento: int = 20) -> None:
        self.token = token
        self.base_url = base_url
        self.vazao = Vazao(por_minuto=60)
        self.orcamento = Orcamento(orcamento)

    def _enviar(self, vinculo: str) -> dict[str, Any]:
        self.vazao.aguardar()
        req = urllib.request.Request(
            f"{self.base_url}/open-data/v1/links/{vinculo}/refresh",
            data=b"{}",
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
            method="POST",
        )
        try:
            with urllib.request.urlopen(req, timeout=60) as resp:
                return json.load(resp)
        except urllib.error.HTTPError as exc:
            return json.load(exc)

    def atualizar(self, vinculo: str) -> Resultado:
        for tentativa in (1, 2, 3):
            corpo = self._enviar(vinculo)
            codigo = Codigo(int(corpo["code"]))
            if codigo is Codigo.OK:
                return Resultado("completo", codigo, corpo.get("data"))
            if codigo in PARCIAIS:
                return Resultado("parcial", codigo, corpo.get("data"))
            pausa = PAUSAS.get(codigo)
            if pausa is None or tentativa == 3 or not self.orcamento.gastar():
                break
            log.info("%s: %s, de novo em %d min", vinculo, codigo.name, pausa // 60)
            time.sleep(pausa)
        raise KlaviErro(codigo, corpo.get("message", ""))


def lote(klavi: Klavi, vinculos: list[str], db: sqlite3.Connection) -> int:
    falhas = 0
    for vinculo in vinculos:
        try:
            res = klavi.atualizar(vinculo)
            linha = (vinculo, res.situacao, int(res.codigo), "")
        except KlaviErro as exc:
            falhas += 1
            linha = (vinculo, "falha", int(exc.codigo), exc.mensagem)
        db.execute("INSERT INTO atualizacoes VALUES (?, ?, ?, ?)", linha)
        db.commit()
    return falhas


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    db = sqlite3.connect("klavi.db")
    db.execute("CREATE TABLE IF NOT EXISTS atualizacoes (vinculo TEXT, situacao TEXT, codigo INT, mensagem TEXT)")
    return 1 if lote(Klavi(os.environ["KLAVI_TOKEN"]), sys.argv[1:], db) else 0


if __name__ == "__main__":
    sys.exit(main())
