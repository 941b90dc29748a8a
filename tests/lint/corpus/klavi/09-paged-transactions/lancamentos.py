"""Lê todos os lançamentos de um CPF, página a página."""
from __future__ import annotations

import json
import time
from typing import Any, Iterator, NamedTuple, Optional
from urllib.parse import urlencode

import urllib3


class Lancamento(NamedTuple):
    dia: str
    descricao: str
    centavos: int


class Leitura(NamedTuple):
    lancamentos: list[Lancamento]
    ressalvas: frozenset[int]

    @property
    def integra(self) -> bool:
        return not self.ressalvas


class KlaviRecusou(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        self.codigo = codigo
        self.mensagem = mensagem
        super().__init__(f"Klavi recusou com {codigo}: {mensagem}")


class Lancamentos:
    OK = 200
    PARCIAIS = range(201, 204)
    CPF_DESCONHECIDO = 401
    DEVAGAR = 429

    def __init__(self, parceiro: str, token: str, base: str = "https://api.klavi.ai") -> None:
        self.base = base
        self.pool = urllib3.PoolManager(
            headers={"Partner-Code": parceiro, "Partner-Token": token},
            retries=urllib3.Retry(
                connect=2, read=False, status=False, redirect=0, respect_retry_after_header=False
            ),
        )

    def _pagina(self, cpf: str, numero: int, espera: float = 10.0) -> dict[str, Any]:
        query = urlencode({"cpf": cpf, "page": numero})
        resposta = self.pool.request("GET", f"{self.base}/data/v1/transactions?{query}")
        corpo = json.loads(resposta.data)
        corpo["code"] = int(corpo["code"])
        if corpo["code"] == self.DEVAGAR and espera < 100:
            time.sleep(espera)
            return self._pagina(cpf, numero, espera * 2)
        return corpo

    def _paginas(self, cpf: str) -> Iterator[dict[str, Any]]:
        numero, ultima = 1, 1
        while numero <= ultima:
            corpo = self._pagina(cpf, numero)
            yield corpo
            ultima = corpo.get("totalPages", 1)
            numero += 1

    def de(self, cpf: str) -> Optional[Leitura]:
        """None quando a Klavi não conhece o CPF."""
        linhas: list[Lancamento] = []
        ressalvas: set[int] = set()
        for corpo in self._paginas(cpf):
            codigo = corpo["code"]
            if codigo == self.CPF_DESCONHECIDO:
                return None
            if codigo in self.PARCIAIS:
                ressalvas.add(codigo)
            elif codigo != self.OK:
                raise KlaviRecusou(codigo, corpo.get("message", ""))
            for item in corpo["data"]:
                linhas.append(
                    Lancamento(item["date"], item["description"], round(float(item["amount"]) * 100))
                )
        return Leitura(linhas, frozenset(ressalvas))
