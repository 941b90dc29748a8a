"""Leitura das transações de uma conta compartilhada, página a página."""
from __future__ import annotations

import logging
from typing import Any, Callable

import httpx
from tenacity import RetryCallState, retry, retry_if_exception

from autorizacao import TokenDaCasa
from erros import FalhaBrick, falha

log = logging.getLogger(__name__)

CINCO_MINUTOS = 300.0
NOVAS_TENTATIVAS = 5


def _vale_refazer(exc: BaseException) -> bool:
    return isinstance(exc, FalhaBrick) and (exc.no_servidor or exc.na_outra_instituicao)


def _espera(estado: RetryCallState) -> float:
    if estado.outcome.exception().na_outra_instituicao:
        return CINCO_MINUTOS
    return 3.0 * 2 ** (estado.attempt_number - 1)


def _basta(estado: RetryCallState) -> bool:
    limite = 2 if estado.outcome.exception().na_outra_instituicao else NOVAS_TENTATIVAS + 1
    return estado.attempt_number >= limite


def _avisa(estado: RetryCallState) -> None:
    log.warning("%s; de novo em %.0f s", estado.outcome.exception(), estado.next_action.sleep)


class Transacoes:
    def __init__(self, emitir: Callable[[], str], base_url: str, consentimento: str) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            auth=TokenDaCasa(emitir),
            headers={"x-consent-id": consentimento},
            timeout=30,
        )

    @retry(retry=retry_if_exception(_vale_refazer), wait=_espera, stop=_basta, before_sleep=_avisa, reraise=True)
    def _pagina(self, caminho: str) -> dict[str, Any]:
        resposta = self._http.get(caminho)
        corpo = resposta.json() if resposta.content else {}
        if resposta.status_code != 200:
            raise falha(resposta.status_code, corpo)
        return corpo

    def todas(self, conta: str) -> list[dict[str, Any]]:
        caminho: str | None = f"/data/accounts/{conta}/transactions"
        linhas: list[dict[str, Any]] = []
        vistos: set[str] = set()
        while caminho and caminho not in vistos:
            vistos.add(caminho)
            pagina = self._pagina(caminho)
            linhas += pagina["data"]
            caminho = pagina.get("links", {}).get("next")
        return linhas
