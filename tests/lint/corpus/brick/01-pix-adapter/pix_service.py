"""Iniciação de pagamentos Pix pelo Brick Bank (usado pelas views do checkout)."""
from __future__ import annotations

import logging
import uuid
from typing import Any, TypedDict

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = logging.getLogger("checkout.pix")


class Corpo(TypedDict, total=False):
    code: str
    title: str
    detail: str


class BrickError(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.code = corpo.get("code") or corpo.get("error")
        self.detail = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        super().__init__(f"{status} {self.code}: {self.detail}")


def _sessao(token: str) -> requests.Session:
    politica = Retry(
        total=8,
        backoff_factor=3,
        status_forcelist=(429, 500, 502, 503, 504),
        allowed_methods=frozenset({"GET", "POST"}),
        raise_on_status=False,
    )
    sessao = requests.Session()
    sessao.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    sessao.mount("https://", HTTPAdapter(max_retries=politica))
    sessao.mount("http://", HTTPAdapter(max_retries=politica))
    return sessao


class PixService:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self.base_url = base_url
        self.sessao = _sessao(token)

    def _trata(self, resposta: requests.Response) -> Any:
        if resposta.ok:
            return resposta.json()
        try:
            corpo: Corpo = resposta.json()
        except ValueError:
            corpo = {"detail": resposta.text}
        erro = BrickError(resposta.status_code, dict(corpo))
        logger.warning("brick: %s", erro)
        raise erro

    def iniciar(self, consentimento: str, valor: str, chave: str) -> dict[str, Any]:
        resposta = self.sessao.post(
            f"{self.base_url}/payments/v1/pix",
            json={"data": {"consentId": consentimento, "amount": valor, "proxy": chave}},
            headers={"x-idempotency-key": str(uuid.uuid4())},
            timeout=20,
        )
        return self._trata(resposta)

    def consultar(self, pagamento: str) -> dict[str, Any]:
        return self._trata(self.sessao.get(f"{self.base_url}/payments/v1/pix/{pagamento}", timeout=20))
