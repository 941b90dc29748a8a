"""Acesso ao Brick Bank (recepção de dados)."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import requests
from tenacity import before_sleep_log, retry, retry_if_exception, stop_after_attempt, wait_exponential

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class DetalheErro:
    status: int
    code: str | None
    descricao: str


class FalhaBrick(Exception):
    def __init__(self, detalhe: DetalheErro) -> None:
        super().__init__(f"{detalhe.status}/{detalhe.code}: {detalhe.descricao}")
        self.detalhe = detalhe


class ConsentimentoPerdido(FalhaBrick):
    """O cliente precisa passar de novo pela jornada de consentimento."""


_CONSENTIMENTO_PERDIDO = frozenset({
    "CONSENTIMENTO_REJEITADO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
})


def _familia_50x(exc: BaseException) -> bool:
    return isinstance(exc, FalhaBrick) and 500 <= exc.detalhe.status <= 504


class BrickBank:
    def __init__(self, token: str, base_url: str) -> None:
        self._base_url = base_url
        self._sessao = requests.Session()
        self._sessao.headers["Authorization"] = f"Bearer {token}"

    @retry(
        retry=retry_if_exception(_familia_50x),
        wait=wait_exponential(multiplier=3),
        stop=stop_after_attempt(10),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    def consultar(self, recurso: str, consent_id: str) -> dict[str, Any]:
        resposta = self._sessao.get(
            f"{self._base_url}/{recurso}", headers={"x-consent-id": consent_id}, timeout=30
        )
        if resposta.status_code < 400:
            return resposta.json()
        raise self._falha(resposta)

    @staticmethod
    def _falha(resposta: requests.Response) -> FalhaBrick:
        try:
            corpo: dict[str, Any] = resposta.json()
        except ValueError:
            corpo = {}
        detalhe = DetalheErro(
            resposta.status_code,
            corpo.get("code"),
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.text,
        )
        if detalhe.code in _CONSENTIMENTO_PERDIDO:
            return ConsentimentoPerdido(detalhe)
        return FalhaBrick(detalhe)
