from __future__ import annotations

import uuid
from typing import Any, Iterator

import httpx

from .erros import BrickErro
from .politica import repetir


class BrickCliente:
    """Receptor de dados: consentimento e consumo de contas pelo Brick Bank."""

    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=httpx.Timeout(30, connect=5)
        )

    @repetir
    def _get(self, caminho: str, **params: Any) -> dict[str, Any]:
        resposta = self._http.get(
            caminho, params=params, headers={"x-fapi-interaction-id": str(uuid.uuid4())}
        )
        if resposta.is_error:
            raise BrickErro.de(resposta)
        return resposta.json()

    def consentimento(self, consent_id: str) -> dict[str, Any]:
        return self._get(f"/consents/v2/consents/{consent_id}")["data"]

    def contas(self, consent_id: str) -> Iterator[dict[str, Any]]:
        pagina = 1
        while True:
            corpo = self._get("/accounts/v2/accounts", consentId=consent_id, page=pagina)
            yield from corpo["data"]
            if pagina >= corpo["meta"]["totalPages"]:
                return
            pagina += 1

    def saldo(self, consent_id: str, conta: str) -> dict[str, Any]:
        return self._get(f"/accounts/v2/accounts/{conta}/balances", consentId=consent_id)["data"]
