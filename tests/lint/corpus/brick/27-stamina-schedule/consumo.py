"""Consumo de dados compartilhados. Segue as regras gerais de tratamento do Brick Bank."""
from __future__ import annotations

from typing import Any

import httpx
import stamina


class FalhaBrick(Exception):
    """Resposta diferente de 200; `codigo` é o do corpo, se houver."""

    def __init__(self, resposta: httpx.Response) -> None:
        self.status = resposta.status_code
        self.corpo: dict[str, Any] = resposta.json()
        self.codigo = self.corpo.get("code") or self.corpo.get("error")
        super().__init__(f"{self.status} {self.codigo}")


def erro_do_servidor(exc: Exception) -> bool:
    match exc:
        case FalhaBrick(status=500 | 501 | 502 | 503 | 504 | 505):
            return True
        case _:
            return False


class Consumo:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    @stamina.retry(
        on=erro_do_servidor,
        attempts=6,
        timeout=None,
        wait_initial=3,
        wait_max=48,
        wait_jitter=0,
    )
    def _obter(self, caminho: str, consentimento: str) -> dict[str, Any]:
        resposta = self._http.get(caminho, headers={"x-consent-id": consentimento})
        if resposta.status_code != 200:
            raise FalhaBrick(resposta)
        return resposta.json()["data"]

    def contas(self, consentimento: str) -> list[dict[str, Any]]:
        return self._obter("/data/accounts", consentimento)["accounts"]

    def cartoes(self, consentimento: str) -> list[dict[str, Any]]:
        return self._obter("/data/credit-cards-accounts", consentimento)["accounts"]
