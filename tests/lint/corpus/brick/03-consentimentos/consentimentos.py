"""Cria e consulta consentimentos de dados."""
from __future__ import annotations

import asyncio
import functools
import re
from collections.abc import Awaitable, Callable
from typing import Any, ParamSpec, TypeVar

import httpx

P = ParamSpec("P")
T = TypeVar("T")

OUTRA_INSTITUICAO_LENTA = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}
CINCO_MINUTOS = 5 * 60.0
CINQUENTA = re.compile(r"50\d")


class ErroConsentimento(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.code: str | None = corpo.get("code")
        self.title = corpo.get("title") or corpo.get("error")
        self.detail = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        super().__init__(f"{status} {self.code or self.title or '-'}: {self.detail}")

    def espera(self, tentativa: int) -> float | None:
        """Segundos até a próxima tentativa (contada a partir de zero), ou None se não há próxima."""
        if self.code in OUTRA_INSTITUICAO_LENTA:
            return CINCO_MINUTOS if tentativa == 0 else None
        if CINQUENTA.fullmatch(str(self.status)) and tentativa < 5:
            return 3.0 * 2**tentativa
        return None


def repetivel(funcao: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    @functools.wraps(funcao)
    async def envolvida(*args: P.args, **kwargs: P.kwargs) -> T:
        tentativa = 0
        while True:
            try:
                return await funcao(*args, **kwargs)
            except ErroConsentimento as erro:
                pausa = erro.espera(tentativa)
                if pausa is None:
                    raise
            await asyncio.sleep(pausa)
            tentativa += 1

    return envolvida


async def _levantar(resposta: httpx.Response) -> None:
    if resposta.status_code < 400:
        return
    await resposta.aread()
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {"message": resposta.text[:200]}
    raise ErroConsentimento(resposta.status_code, corpo)


class Consentimentos:
    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"response": [_levantar]},
            timeout=45,
        )

    @repetivel
    async def consultar(self, consent_id: str) -> dict[str, Any]:
        resposta = await self._http.get(f"/consentimentos/{consent_id}")
        return resposta.json()

    async def criar(self, cpf: str, brand_id: str, permissoes: list[str], expira: str) -> dict[str, Any]:
        resposta = await self._http.post(
            "/consentimentos",
            json={"cpf": cpf, "brandId": brand_id, "permissions": permissoes, "expirationDateTime": expira},
        )
        return resposta.json()

    async def existe(self, consent_id: str) -> bool:
        try:
            await self.consultar(consent_id)
        except ErroConsentimento as erro:
            if erro.code == "CONSENTIMENTO_NAO_ENCONTRADO":
                return False
            raise
        return True

    async def fechar(self) -> None:
        await self._http.aclose()
