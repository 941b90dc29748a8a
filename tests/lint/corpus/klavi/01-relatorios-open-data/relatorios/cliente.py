from __future__ import annotations

import json
from typing import Any

import urllib3

from .codigos import RESSALVAS, Providencia, providencia_de


class KlaviErro(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"klavi {codigo}: {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem

    @property
    def providencia(self) -> Providencia:
        return providencia_de(self.codigo)


class Relatorio:
    __slots__ = ("codigo", "dados")

    def __init__(self, codigo: int, dados: Any) -> None:
        self.codigo, self.dados = codigo, dados

    @property
    def ressalva(self) -> str | None:
        return RESSALVAS.get(self.codigo)


class ClienteKlavi:
    def __init__(self, parceiro: str, token: str, url: str = "https://api.klavi.ai") -> None:
        so_conexao = urllib3.Retry(total=None, connect=4, read=0, status=0, redirect=0, other=0, backoff_factor=1)
        self._pool = urllib3.PoolManager(retries=so_conexao, timeout=urllib3.Timeout(connect=5, read=60))
        self._url = url
        self._cabecalhos = {"partner-code": parceiro, "Authorization": "Bearer " + token}

    def relatorio(self, cpf: str) -> Relatorio:
        r = self._pool.request("GET", f"{self._url}/open-data/v1/report/{cpf}", headers=self._cabecalhos, redirect=False)
        corpo = json.loads(r.data)
        codigo = int(corpo["code"])
        if codigo == 200 or codigo in RESSALVAS:
            return Relatorio(codigo, corpo.get("data"))
        raise KlaviErro(codigo, corpo.get("message", ""))
