"""Iniciação de Pix: a mesma chave de idempotência em todas as tentativas de uma ordem."""
from __future__ import annotations

import logging
from typing import Any

import requests

from modelos import Comprovante, Ordem, Situacao
from prazo import Prazo

log = logging.getLogger(__name__)

NOVAS_TENTATIVAS = 5
BASE = 3
PRAZO_PADRAO = 60.0
APROVADORES = ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")


class Iniciador:
    def __init__(self, base_url: str, token: str, prazo_s: float = PRAZO_PADRAO) -> None:
        self._url = base_url + "/payments"
        self._prazo_s = prazo_s
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {token}"

    def _postar(self, ordem: Ordem) -> tuple[int, dict[str, Any]]:
        resposta = self._http.post(
            self._url, json=ordem.corpo(), headers={"x-idempotency-key": str(ordem.id)}, timeout=(3, 20)
        )
        try:
            corpo = resposta.json()
        except requests.JSONDecodeError:
            corpo = {}
        return resposta.status_code, corpo if isinstance(corpo, dict) else {}

    def iniciar(self, ordem: Ordem) -> Comprovante:
        prazo = Prazo(self._prazo_s)
        status, corpo = self._postar(ordem)
        tentativas = 1
        while self._instavel(status) and tentativas <= NOVAS_TENTATIVAS and not prazo.vencido:
            espera = BASE * 2 ** (tentativas - 1)
            log.info("ordem %s: %s, nova tentativa em %s s", ordem.id, status, espera)
            prazo.dormir(espera)
            status, corpo = self._postar(ordem)
            tentativas += 1
        return self._comprovante(ordem, status, corpo, tentativas)

    @staticmethod
    def _instavel(status: int) -> bool:
        return status == 429 or 500 <= status <= 505

    def _comprovante(self, ordem: Ordem, status: int, corpo: dict[str, Any], tentativas: int) -> Comprovante:
        codigo = corpo.get("code") or corpo.get("error") or ""
        dados = corpo.get("data") or {}
        if self._instavel(status):
            situacao = Situacao.INDISPONIVEL
        elif codigo in APROVADORES:
            situacao = Situacao.AGUARDA_APROVADORES
        elif status == 202:
            situacao = Situacao.EM_PROCESSAMENTO
        elif status in (200, 201) and not codigo and dados.get("paymentId"):
            situacao = Situacao.ACEITO
        else:
            situacao = Situacao.RECUSADO
        return Comprovante(
            ordem=ordem.id,
            situacao=situacao,
            status=status,
            codigo=codigo,
            detalhe=corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or "",
            pagamento=dados.get("paymentId"),
            tentativas=tentativas,
        )
