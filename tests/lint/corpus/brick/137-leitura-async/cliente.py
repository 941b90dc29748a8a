"""Cliente assíncrono de leitura de dados."""
from __future__ import annotations

import asyncio
import functools
import logging
from collections import Counter
from typing import Any, Awaitable, Callable, ParamSpec, TypeVar

import httpx

from erros import ErroBrick

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger("brick.leitura")


def com_esperas(funcao: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """Repete o que a classe do erro permite, com as esperas dela, e depois devolve o erro."""

    @functools.wraps(funcao)
    async def embrulho(*args: P.args, **kwargs: P.kwargs) -> T:
        gastas: Counter[type[ErroBrick]] = Counter()
        while True:
            try:
                return await funcao(*args, **kwargs)
            except ErroBrick as erro:
                classe = type(erro)
                if gastas[classe] >= len(classe.esperas):
                    raise
                pausa = classe.esperas[gastas[classe]]
                gastas[classe] += 1
                log.warning("%s; nova tentativa em %.0f s", erro, pausa)
                await asyncio.sleep(pausa)

    return embrulho


class ClienteBrick:
    def __init__(self, base_url: str, token: str, consent_id: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}", "x-consent-id": consent_id},
            timeout=30.0,
        )

    async def __aenter__(self) -> "ClienteBrick":
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.aclose()

    @com_esperas
    async def obter(self, caminho: str, **params: str | int) -> dict[str, Any]:
        resposta = await self._http.get(caminho, params=params)
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = resposta.text
        if resposta.status_code == 200 and isinstance(corpo, dict) and "data" in corpo:
            return corpo
        raise ErroBrick.de(resposta.status_code, corpo)
