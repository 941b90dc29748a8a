#!/usr/bin/env python3
"""Consulta consentimentos no Brick Bank e imprime uma linha por consentimento.

    consulta.py urn:brick:1 urn:brick:2 ...
"""
import argparse
import json
import os
import sys
from typing import Any, Dict, NamedTuple, NoReturn, Optional
from urllib.parse import quote

import backoff
import urllib3

SEM_DETALHE = "(sem detalhe)"


class Consentimento(NamedTuple):
    id: str
    status: str
    expira: Optional[str]


class FalhaBrick(Exception):
    def __init__(self, status: int, codigo: Optional[str], titulo: str, detalhe: str) -> None:
        super().__init__(f"HTTP {status} {codigo or '-'} {titulo}: {detalhe}")
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe


class FalhaServidor(FalhaBrick):
    pass


def _levantar(status: int, corpo: Dict[str, Any]) -> NoReturn:
    if "error" in corpo:
        raise FalhaBrick(status, corpo["error"], "token", corpo.get("error_description", SEM_DETALHE))
    if "code" not in corpo:
        raise FalhaBrick(status, None, corpo.get("message", ""), SEM_DETALHE)
    classe = FalhaServidor if 500 <= status < 510 else FalhaBrick
    raise classe(
        status,
        corpo["code"],
        corpo.get("title", ""),
        corpo.get("description", SEM_DETALHE),
    )


class Brick:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.pool = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}"}, retries=False, timeout=30.0
        )

    @backoff.on_exception(backoff.expo, FalhaServidor, max_tries=10, base=2, factor=3, jitter=None)
    def consentimento(self, consent_id: str) -> Consentimento:
        resposta = self.pool.request(
            "GET", f"{self.base_url}/open-banking/consents/{quote(consent_id, safe='')}"
        )
        corpo = json.loads(resposta.data)
        if resposta.status != 200:
            _levantar(resposta.status, corpo)
        dados = corpo["data"]
        return Consentimento(consent_id, dados["status"], dados.get("expirationDateTime"))


def main() -> int:
    analisador = argparse.ArgumentParser(description=__doc__)
    analisador.add_argument("consentimentos", nargs="+")
    opcoes = analisador.parse_args()
    brick = Brick(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"])
    falhas = 0
    for consent_id in opcoes.consentimentos:
        try:
            consentimento = brick.consentimento(consent_id)
        except FalhaBrick as falha:
            falhas += 1
            print(f"{consent_id}\tERRO\t{falha.status}\t{falha.codigo}\t{falha.detalhe}")
        else:
            print("\t".join(campo or "" for campo in consentimento))
    return 1 if falhas else 0


if __name__ == "__main__":
    sys.exit(main())
