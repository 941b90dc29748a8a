"""Cadastro do cliente na Caixa (FGTS)."""
from __future__ import annotations

import time
from typing import Any

from http_base import JsonHttp

MEIA_HORA = 1800
BANCO_FORA = 403
CADASTRO_PENDENTE = 415


class CadastroRecusado(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(codigo, mensagem)
        self.codigo = codigo
        self.mensagem = mensagem


class Cadastro(JsonHttp):
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        super().__init__(base_url, token)

    def registrar(self, cpf: str, celular: str) -> dict[str, Any]:
        corpo = self.send("POST", "/open-data/v1/fgts/registrations", {"cpf": cpf, "phone": celular})
        codigo = corpo["code"]
        if codigo == 200:
            return corpo["data"]
        if codigo == CADASTRO_PENDENTE:
            time.sleep(MEIA_HORA)
            return self.registrar(cpf, celular)
        if codigo == BANCO_FORA:
            return self.registrar(cpf, celular)
        raise CadastroRecusado(codigo, corpo.get("message", ""))
