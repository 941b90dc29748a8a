from __future__ import annotations

from typing import Any

import httpx
from pydantic import BaseModel

MEIA_HORA = 30 * 60
UM_DIA = 24 * 60 * 60


class KlaviRecusa(Exception):
    http = 502
    acao = "suporte"

    def __init__(self, codigo: str, mensagem: str) -> None:
        super().__init__(f"{codigo} {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem

    @property
    def esperar(self) -> int | None:
        return {"415": MEIA_HORA, "406": UM_DIA, "414": UM_DIA}.get(self.codigo)


class DoUsuario(KlaviRecusa):
    http = 422
    acao = "corrigir"


class DoBanco(KlaviRecusa):
    http = 503
    acao = "aguardar"


class Nossa(KlaviRecusa):
    http = 500
    acao = "interna"


def classe(codigo: str) -> type[KlaviRecusa]:
    if codigo in {"403", "406", "414", "415", "429", "432"}:
        return DoBanco
    if codigo in {"400", "411", "412"} or (codigo.startswith("50") and codigo != "500"):
        return Nossa
    if codigo[:2] in ("40", "41", "42", "43") and codigo not in {"401", "404", "405", "430", "431"}:
        return DoUsuario
    return KlaviRecusa


class Conexao(BaseModel):
    id: str
    completa: bool
    falta: str | None = None


FALTAS = {
    "200": None,
    "201": "autorização extra do usuário",
    "202": "parte das transações",
    "203": "o CPF",
}


class Klavi:
    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token

    async def conectar(self, banco: str, dados: dict[str, str]) -> Conexao:
        transporte = httpx.AsyncHTTPTransport(retries=3)
        async with httpx.AsyncClient(base_url=self.url, transport=transporte, timeout=60) as http:
            resposta = await http.post(
                f"/v1/institutions/{banco}/connections",
                json=dados,
                headers={"Authorization": f"Bearer {self.token}"},
            )
        corpo: dict[str, Any] = resposta.json()
        codigo = str(corpo["code"])
        try:
            falta = FALTAS[codigo]
        except KeyError:
            raise classe(codigo)(codigo, corpo.get("message", "")) from None
        return Conexao(id=corpo["data"]["id"], completa=falta is None, falta=falta)
