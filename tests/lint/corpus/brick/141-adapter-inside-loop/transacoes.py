"""Transações de contas compartilhadas, página por página."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

from sessao import BRICK, nova_sessao


class BrickErro(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.codigo = corpo.get("code") or corpo.get("error")
        self.corpo = corpo
        super().__init__(f"{status} {self.codigo or corpo.get('message', '')}")


class Indisponivel(BrickErro):
    """Família 50x."""


def _corpo(resposta: requests.Response) -> dict[str, Any]:
    try:
        return resposta.json()
    except ValueError:
        return {"message": resposta.text[:200]}


class Transacoes:
    def __init__(self, token: str, base_url: str = BRICK) -> None:
        self._sessao = nova_sessao(token)
        self._base_url = base_url

    def _pagina(self, caminho: str, consent_id: str, pagina: int) -> dict[str, Any]:
        resposta = self._sessao.get(
            self._base_url + caminho, params={"page": pagina}, headers={"x-consent-id": consent_id}
        )
        corpo = _corpo(resposta)
        if resposta.status_code == 200:
            return corpo
        classe = Indisponivel if 500 <= resposta.status_code < 510 else BrickErro
        raise classe(resposta.status_code, corpo)

    def todas(self, conta: str, consent_id: str) -> Iterator[dict[str, Any]]:
        pagina = 1
        while True:
            corpo = self._pagina(f"/data/accounts/{conta}/transactions", consent_id, pagina)
            yield from corpo["data"]
            if pagina >= corpo.get("meta", {}).get("totalPages", 1):
                return
            pagina += 1
