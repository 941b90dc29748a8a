from __future__ import annotations

import itertools
import logging
import time
import uuid
from typing import Any

import httpx

from .modelo import ErroBrick

log = logging.getLogger("pagamentos.gateway")


def _registrar(resposta: httpx.Response) -> None:
    resposta.read()
    log.info(
        "%s -> %s interacao=%s",
        resposta.request.url.path,
        resposta.status_code,
        resposta.headers.get("x-fapi-interaction-id"),
    )


def _barrar(resposta: httpx.Response) -> None:
    if resposta.is_success:
        return
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {"message": resposta.text}
    raise ErroBrick.de(resposta.status_code, corpo)


class BrickGateway:
    def __init__(self, url: str, token: str) -> None:
        self._http = httpx.Client(
            base_url=url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"response": [_registrar, _barrar]},
            timeout=30,
        )

    def trocar_codigo(self, code: str, state: str) -> dict[str, Any]:
        if not code:
            raise ValueError("callback sem code")
        return self._http.post("/callback", json={"code": code, "state": state}).json()

    def iniciar(self, consentimento: str, dados: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        cabecalhos = {"x-idempotency-key": str(uuid.uuid4()), "x-consent-id": consentimento}
        esperas = itertools.chain((3 * 2**n for n in range(5)), [None])
        for espera in esperas:
            try:
                resposta = self._http.post("/payments/v1/pix", json=dados, headers=cabecalhos)
            except ErroBrick as erro:
                if erro.status not in range(500, 505) or espera is None:
                    raise
                log.warning("%s, repetindo em %ss", erro, espera)
                time.sleep(espera)
            else:
                return resposta.status_code, resposta.json()["data"]
        raise AssertionError("inalcançável")
