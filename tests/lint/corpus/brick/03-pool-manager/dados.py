"""Consumo de dados do Open Finance via Brick, para a carga noturna do data lake."""
from __future__ import annotations

import json
import time
from typing import Any, Callable, Iterator

import urllib3

AGUARDAR = (3, 6, 12, 24, 48)


def trocar_codigo(pool: urllib3.PoolManager, emissor: str, code: str) -> str:
    """Login do operador no nosso próprio provedor de identidade."""
    resposta = pool.request("POST", emissor + "/token", fields={"grant_type": "authorization_code", "code": code})
    if resposta.status != 200:
        raise PermissionError(resposta.status)
    return json.loads(resposta.data)["access_token"]


class BrickFalhou(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        super().__init__(status, corpo)
        self.status = status
        self.corpo = corpo

    @property
    def code(self) -> str:
        return self.corpo.get("code") or self.corpo.get("error") or ""

    @property
    def vencido(self) -> bool:
        return (self.status, self.code) == (401, "TOKEN_NAO_AUTORIZADO")


class Dados:
    def __init__(
        self, novo_token: Callable[[], str], base_url: str = "https://api.brickbank.com.br"
    ) -> None:
        self._novo_token = novo_token
        self._token = ""
        self._base = base_url
        self._pool = urllib3.PoolManager(retries=False, timeout=30.0)

    def _get(self, caminho: str) -> dict[str, Any]:
        resposta = self._pool.request(
            "GET", self._base + caminho, headers={"Authorization": "Bearer " + self._token}
        )
        try:
            corpo = json.loads(resposta.data or b"{}")
        except ValueError:
            corpo = {"detail": resposta.data.decode("utf-8", "replace")}
        if not 200 <= resposta.status < 300:
            raise BrickFalhou(resposta.status, corpo)
        return corpo

    def ler(self, caminho: str) -> dict[str, Any]:
        self._token = self._token or self._novo_token()
        renovado = False
        esperas = iter(AGUARDAR)
        while True:
            try:
                return self._get(caminho)
            except BrickFalhou as falha:
                if falha.vencido and not renovado:
                    self._token = self._novo_token()
                    renovado = True
                    continue
                if falha.status not in range(500, 510):
                    raise
                espera = next(esperas, None)
                if espera is None:
                    raise
            time.sleep(espera)

    def transacoes(self, conta: str) -> Iterator[dict[str, Any]]:
        pagina = 1
        while True:
            bloco = self.ler(f"/accounts/v1/{conta}/transactions?page={pagina}")
            yield from bloco["data"]
            if pagina >= bloco["meta"]["totalPages"]:
                return
            pagina += 1
