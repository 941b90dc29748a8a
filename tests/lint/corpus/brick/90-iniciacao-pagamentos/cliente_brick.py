from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

import requests

from erros_brick import erro_da_resposta

logger = logging.getLogger(__name__)

_ESPERAS = (3, 6, 12, 24, 48)


class ClienteBrick:
    def __init__(self, token: str, base_url: str, dormir: Callable[[float], None] | None = None) -> None:
        self._base_url = base_url.rstrip("/")
        self._sessao = requests.Session()
        self._sessao.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
        self._dormir = dormir or (lambda segundos: time.sleep(segundos))

    def iniciar_pagamento(self, consent_id: str, chave: str, pagamento: dict[str, Any]) -> dict[str, Any]:
        cabecalhos = {"x-idempotency-key": chave}
        corpo = {"data": {"consentId": consent_id, **pagamento}}
        esperas = iter(_ESPERAS)
        while True:
            resposta = self._sessao.post(
                f"{self._base_url}/payments/v1/pix", json=corpo, headers=cabecalhos, timeout=(5, 40)
            )
            if resposta.status_code in (200, 201, 202):
                return resposta.json()
            erro = erro_da_resposta(resposta.status_code, _json(resposta))
            espera = next(esperas, None) if erro.transitorio else None
            if espera is None:
                raise erro
            logger.warning("%s; nova tentativa em %ss", erro, espera)
            self._dormir(espera)


def _json(resposta: requests.Response) -> dict[str, Any]:
    try:
        corpo = resposta.json()
    except requests.exceptions.JSONDecodeError:
        corpo = None
    return corpo if isinstance(corpo, dict) else {"detail": resposta.text[:500]}
