"""Criação de consentimentos de dados no Brick Bank, com o catálogo de erros declarado em JSON."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import urllib3

CATALOGO_JSON = """
{
  "400": {
    "CPF_INVALIDO": "chamado",
    "DADOS_INVALIDOS": "usuario",
    "DATA_DE_EXPIRACAO_INVALIDA": "encurtar",
    "PERMISSAO_PF_PJ_EM_CONJUNTO": "programa",
    "PERMISSOES_INVALIDAS": "programa",
    "ERRO_FLUXO_DCR": "chamado",
    "ERRO_CHAMADA_API": "mais-tarde",
    "TIMEOUT_CHAMADA_API": "mais-tarde"
  },
  "401": {
    "TOKEN_NAO_AUTORIZADO": "novo-token",
    "TOKEN_INATIVO": "chamado",
    "INSTITUICAO_NAO_ENCONTRADA": "usuario"
  },
  "404": {"LINK_NAO_ENCONTRADO": "chamado"},
  "422": {
    "DATA_EXPIRACAO_INVALIDA": "encurtar",
    "PARAMETRO_INVALIDO": "programa",
    "PARAMETRO_NAO_INFORMADO": "programa"
  },
  "500": {"ERRO_NO_FLUXO_OIDC": "chamado"}
}
"""
CATALOGO: dict[str, dict[str, str]] = json.loads(CATALOGO_JSON)
UM_ANO_MENOS_UM_DIA = timedelta(days=364)


class ErroConsentimento(Exception):
    def __init__(self, status: int, codigo: str, texto: str, acao: str) -> None:
        super().__init__(f"{status}/{codigo}: {texto} ({acao})")
        self.status, self.codigo, self.texto, self.acao = status, codigo, texto, acao

    @classmethod
    def da_resposta(cls, status: int, corpo: dict[str, Any]) -> ErroConsentimento:
        codigo = corpo.get("code") or corpo.get("error") or ""
        texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        return cls(status, codigo, texto, CATALOGO.get(str(status), {}).get(codigo, "desconhecida"))


@dataclass(frozen=True, slots=True)
class Pedido:
    cpf: str
    marca: str
    permissoes: tuple[str, ...]
    validade: datetime

    def encurtado(self) -> Pedido:
        return replace(self, validade=datetime.now(UTC) + UM_ANO_MENOS_UM_DIA)

    def corpo(self) -> dict[str, Any]:
        return {
            "brandId": self.marca,
            "data": {
                "loggedUser": {"document": {"identification": self.cpf, "rel": "CPF"}},
                "permissions": list(self.permissoes),
                "expirationDateTime": self.validade.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        }


class Consentimentos:
    def __init__(self, url_base: str, emitir_token: Callable[[], str]) -> None:
        self._url = url_base.rstrip("/") + "/consents/v3/consents"
        self._emitir = emitir_token
        self._token = emitir_token()
        self._pool = urllib3.PoolManager(retries=urllib3.Retry(total=None, connect=2, read=False, status=False, redirect=False, other=False))

    @contextmanager
    def _enviado(self, pedido: Pedido) -> Iterator[dict[str, Any]]:
        r = self._pool.request(
            "POST", self._url, json=pedido.corpo(), headers={"Authorization": f"Bearer {self._token}"}, timeout=20.0
        )
        try:
            try:
                corpo = json.loads(r.data or b"{}")
            except ValueError:
                corpo = {"message": r.data.decode("utf-8", "replace")}
            if r.status not in (200, 201):
                raise ErroConsentimento.da_resposta(r.status, corpo)
            yield corpo
        finally:
            r.release_conn()

    def criar(self, pedido: Pedido, *, remediados: frozenset[str] = frozenset()) -> str:
        try:
            with self._enviado(pedido) as corpo:
                return corpo["data"]["consentId"]
        except ErroConsentimento as erro:
            if erro.acao in remediados:
                raise
            match erro.acao:
                case "encurtar" if pedido.validade > datetime.now(UTC) + UM_ANO_MENOS_UM_DIA:
                    pedido = pedido.encurtado()
                case "novo-token":
                    self._token = self._emitir()
                case _:
                    raise
            return self.criar(pedido, remediados=remediados | {erro.acao})


def token_do_idp(idp: str, client_id: str, segredo: str, code: str) -> str:
    """Troca o code do login do operador pelo token da plataforma."""
    campos = {"grant_type": "authorization_code", "code": code, "client_id": client_id, "client_secret": segredo}
    r = urllib3.request("POST", f"{idp}/token", fields=campos, encode_multipart=False)
    if r.status != 200:
        raise PermissionError(f"IdP respondeu {r.status}: {r.data[:200]!r}")
    return r.json()["access_token"]
