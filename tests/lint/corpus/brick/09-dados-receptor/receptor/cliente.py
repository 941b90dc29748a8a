"""Consumo de dados (contas e transações) via Brick Bank, visão Receptor."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
from httpx_retries import Retry, RetryTransport

from receptor.config import Config
from receptor.erros import levantar


def transporte(cfg: Config) -> RetryTransport:
    return RetryTransport(
        retry=Retry(
            total=cfg.tentativas,
            backoff_factor=cfg.fator,
            status_forcelist=[500, 502, 503, 504],
            allowed_methods=["GET"],
            backoff_jitter=0,
        )
    )


class Receptor:
    def __init__(self, cfg: Config) -> None:
        self._http = httpx.Client(
            base_url=cfg.base_url,
            timeout=cfg.timeout,
            transport=transporte(cfg),
            headers={"Authorization": f"Bearer {cfg.token}"},
            event_hooks={"response": [levantar]},
        )

    def contas(self, consent_id: str) -> list[dict[str, Any]]:
        return list(self._paginas("/open-banking/accounts/v2/accounts", consent_id))

    def transacoes(self, consent_id: str, conta: str) -> list[dict[str, Any]]:
        return list(self._paginas(f"/open-banking/accounts/v2/accounts/{conta}/transactions", consent_id))

    def _paginas(self, caminho: str, consent_id: str) -> Iterator[dict[str, Any]]:
        proxima: str | None = caminho
        while proxima:
            corpo = self._http.get(proxima, headers={"x-consent-id": consent_id}).json()
            yield from corpo["data"]
            proxima = corpo.get("links", {}).get("next")
