"""Consulta de consentimentos no Brick Bank."""
from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

ESPERAS_50X = (3, 6, 12, 24, 48)
OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})


class ErroBrick(Exception):
    def __init__(self, status: int, codigo: str, titulo: str, detalhe: str) -> None:
        super().__init__(f"{status} {codigo or '(sem código)'}: {detalhe or titulo}")
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe


class TenteMaisTarde(ErroBrick):
    """A outra instituição não respondeu; quem chamou decide se volta depois da pausa."""

    pausa = timedelta(minutes=10)


class ConsentimentoInexistente(ErroBrick):
    pass


@dataclass(frozen=True)
class Resposta:
    status: int
    corpo: dict

    @property
    def da_familia_50x(self) -> bool:
        return 500 <= self.status <= 509 and self.corpo.get("code") != "ERRO_NO_FLUXO_OIDC"

    def erro(self) -> ErroBrick:
        c = self.corpo
        codigo = c.get("code") or c.get("error") or ""
        detalhe = c.get("detail") or c.get("error_description") or c.get("message") or ""
        if codigo in OUTRA_INSTITUICAO:
            classe = TenteMaisTarde
        elif codigo == "CONSENTIMENTO_NAO_ENCONTRADO":
            classe = ConsentimentoInexistente
        else:
            classe = ErroBrick
        return classe(self.status, codigo, c.get("title", ""), detalhe)


class Consentimentos:
    def __init__(self, obter_token: Callable[[], str], base_url: str) -> None:
        self._obter_token = obter_token
        self._token = obter_token()
        self._base = base_url.rstrip("/")

    def consultar(self, consent_id: str) -> dict:
        caminho = f"/open-banking/consents/v3/consents/{consent_id}"
        resposta = self._com_paciencia(caminho)
        if resposta.corpo.get("code") == "TOKEN_NAO_AUTORIZADO":
            self._token = self._obter_token()
            resposta = self._com_paciencia(caminho)
        if resposta.status != HTTPStatus.OK:
            raise resposta.erro()
        return resposta.corpo["data"]

    def _com_paciencia(self, caminho: str) -> Resposta:
        for pausa in (*ESPERAS_50X, None):
            resposta = self._pedir(caminho)
            if pausa is None or not resposta.da_familia_50x:
                break
            time.sleep(pausa)
        return resposta

    def _pedir(self, caminho: str) -> Resposta:
        pedido = urllib.request.Request(
            self._base + caminho,
            headers={"Authorization": f"Bearer {self._token}", "Accept": "application/json"},
        )
        try:
            with urllib.request.urlopen(pedido, timeout=20) as r:
                return Resposta(r.status, _ler(r.read()))
        except urllib.error.HTTPError as exc:
            return Resposta(exc.code, _ler(exc.read()))


def _ler(bruto: bytes) -> dict:
    try:
        lido = json.loads(bruto)
    except ValueError:
        return {"message": bruto[:200].decode("utf-8", "replace")}
    return lido if isinstance(lido, dict) else {"data": lido}


def situacao(cliente: Consentimentos, consent_id: str) -> str:
    """Texto mostrado no painel da operação."""
    try:
        return cliente.consultar(consent_id)["status"]
    except ConsentimentoInexistente:
        return "INEXISTENTE"
