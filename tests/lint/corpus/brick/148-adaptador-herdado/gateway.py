"""Gateway novo (2024). Substitui aos poucos o cliente SOAP do conciliador."""
from __future__ import annotations

import uuid
from typing import Any

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from erros import BrickIndisponivel, traduzir
from transporte import nova_sessao


class GatewayPix:
    def __init__(self, base_url: str, token: str, sessao: requests.Session | None = None) -> None:
        self._base = base_url.rstrip("/")
        self._sessao = sessao or nova_sessao(token)

    def iniciar(self, ordem: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        return self._enviar("/payments/pix/payments", ordem, chave=str(uuid.uuid4()))

    @retry(
        retry=retry_if_exception_type(BrickIndisponivel),
        wait=wait_exponential(multiplier=3, max=48),
        stop=stop_after_attempt(6),
        reraise=True,
    )
    def _enviar(self, caminho: str, corpo: dict[str, Any], chave: str) -> tuple[int, dict[str, Any]]:
        resposta = self._sessao.post(
            self._base + caminho, json={"data": corpo}, headers={"x-idempotency-key": chave}, timeout=(5, 40)
        )
        try:
            dados = resposta.json()
        except requests.JSONDecodeError:
            dados = {"message": resposta.text[:200]}
        if resposta.status_code in (200, 201, 202):
            return resposta.status_code, dados
        raise traduzir(resposta.status_code, dados)
