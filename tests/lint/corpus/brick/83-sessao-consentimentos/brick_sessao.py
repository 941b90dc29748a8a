"""Leitura de consentimentos e recursos no Brick Bank (visão receptor de dados)."""
import datetime as dt
import logging
from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional, Type

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

log = logging.getLogger(__name__)


class EsperaDobrada(Retry):
    """3, 6, 12, 24 e 48 segundos (o cálculo padrão da urllib3 não espera antes da primeira)."""

    BASE = 3

    def get_backoff_time(self) -> float:
        tentativa = len(self.history)
        return self.BASE * 2 ** (tentativa - 1) if tentativa else 0


def politica() -> EsperaDobrada:
    return EsperaDobrada(
        total=5,
        status_forcelist=range(500, 506),
        allowed_methods=frozenset({"GET"}),
        raise_on_status=False,
        # senão a urllib3 reenviaria também um 413 ou um 429
        respect_retry_after_header=False,
    )


@dataclass
class Problema:
    status: int
    codigo: Optional[str]
    titulo: str
    detalhe: str
    interacao: Optional[str]

    @classmethod
    def da_resposta(cls, resposta: requests.Response) -> "Problema":
        try:
            corpo: Dict[str, Any] = resposta.json()
        except ValueError:
            corpo = {}
        return cls(
            status=resposta.status_code,
            codigo=corpo.get("code") or corpo.get("error"),
            titulo=corpo.get("title") or corpo.get("message") or resposta.reason,
            detalhe=corpo.get("detail") or corpo.get("error_description") or "",
            interacao=resposta.headers.get("x-fapi-interaction-id"),
        )


class BrickErro(Exception):
    def __init__(self, problema: Problema) -> None:
        super().__init__(f"{problema.status} {problema.codigo}: {problema.titulo} {problema.detalhe}".strip())
        self.problema = problema


class ConsentimentoInutilizavel(BrickErro):
    """O consentimento não serve para este recurso; desconsiderar o consumo."""


class LimiteMensal(BrickErro):
    @property
    def liberado_em(self) -> dt.date:
        hoje = dt.date.today()
        return (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


class InstabilidadeOutraInstituicao(BrickErro):
    tentar_depois_de = dt.timedelta(minutes=10)


class NaoConcluido(Exception):
    pass


CLASSES: Dict[str, Type[BrickErro]] = {
    "CONSENTIMENTO_INVALIDO": ConsentimentoInutilizavel,
    "CONSENTIMENTO_NAO_AUTORIZADO": ConsentimentoInutilizavel,
    "CONSENTIMENTO_NAO_ENCONTRADO": ConsentimentoInutilizavel,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": ConsentimentoInutilizavel,
    "OPERACAO_NAO_PERMITIDA_STATUS": ConsentimentoInutilizavel,
    "LIMITE_OPERACIONAL_EXCEDIDO": LimiteMensal,
    "ERRO_CHAMADA_API": InstabilidadeOutraInstituicao,
    "TIMEOUT_CHAMADA_API": InstabilidadeOutraInstituicao,
}


class BrickSessao:
    def __init__(self, base_url: str, novo_token: Callable[[], str]) -> None:
        self.base_url = base_url
        self.novo_token = novo_token
        self.http = requests.Session()
        self.http.mount(base_url, HTTPAdapter(max_retries=politica()))
        self._entrar()

    def _entrar(self) -> None:
        self.http.headers["Authorization"] = "Bearer " + self.novo_token()

    def ler(self, caminho: str) -> Dict[str, Any]:
        resposta = self.http.get(self.base_url + caminho, timeout=(5, 30))
        if resposta.status_code == 401 and Problema.da_resposta(resposta).codigo == "TOKEN_NAO_AUTORIZADO":
            log.info("token expirado, gerando outro")
            self._entrar()
            resposta = self.http.get(self.base_url + caminho, timeout=(5, 30))
        if resposta.status_code == 202:
            raise NaoConcluido(caminho)
        if resposta.status_code == 204:
            return {}
        if resposta.ok:
            return resposta.json()
        problema = Problema.da_resposta(resposta)
        raise CLASSES.get(problema.codigo or "", BrickErro)(problema)

    def consentimento(self, consent_id: str) -> Dict[str, Any]:
        return self.ler(f"/open-banking/consents/{consent_id}")
