from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import httpx

from .erros import BrickErro, OutraInstituicaoFora, TokenVencido

SERVIDOR = {500, 502, 503, 504}
MINUTOS = 60.0


class Tokens(Protocol):
    def atual(self) -> str: ...

    def renovar(self) -> str: ...


def esperas() -> Iterator[float]:
    segundos = 3.0
    for _ in range(5):
        yield segundos
        segundos *= 2


class BrickHttp:
    def __init__(self, base_url: str, tokens: Tokens, dormir: Callable[[float], None] = time.sleep) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=30)
        self._tokens = tokens
        self._dormir = dormir

    def enviar(self, metodo: str, caminho: str, corpo: dict[str, Any] | None = None) -> dict[str, Any]:
        try:
            return self._com_espera(metodo, caminho, corpo, self._tokens.atual())
        except TokenVencido:
            return self._com_espera(metodo, caminho, corpo, self._tokens.renovar())
        except OutraInstituicaoFora:
            if metodo != "GET":
                raise
        self._dormir(5 * MINUTOS)
        return self._com_espera(metodo, caminho, corpo, self._tokens.atual())

    def _com_espera(self, metodo: str, caminho: str, corpo: dict[str, Any] | None, token: str) -> dict[str, Any]:
        programa = esperas()
        while True:
            try:
                return self._uma_vez(metodo, caminho, corpo, token)
            except BrickErro as erro:
                if erro.status not in SERVIDOR or erro.codigo == "ERRO_NO_FLUXO_OIDC":
                    raise
                pausa = next(programa, None)
                if pausa is None:
                    raise
                self._dormir(pausa)

    def _uma_vez(self, metodo: str, caminho: str, corpo: dict[str, Any] | None, token: str) -> dict[str, Any]:
        resposta = self._http.request(metodo, caminho, json=corpo, headers={"Authorization": f"Bearer {token}"})
        if resposta.is_success:
            return resposta.json()
        raise BrickErro.de(resposta)
