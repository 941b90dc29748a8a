from __future__ import annotations

from typing import Any, Protocol

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential


class ProvedorDeToken(Protocol):
    async def atual(self) -> str: ...
    async def renovar(self) -> str: ...


class Envelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: str | None = None
    title: str | None = None
    detail: str | None = None
    error: str | None = None
    error_description: str | None = None
    message: str | None = None

    @property
    def texto(self) -> str:
        return self.detail or self.error_description or self.message or self.title or self.error or ""


class BrickError(Exception):
    def __init__(self, status: int, envelope: Envelope) -> None:
        super().__init__(f"{status} {envelope.code or envelope.error or '-'}: {envelope.texto}")
        self.status = status
        self.code = envelope.code
        self.envelope = envelope


class BrickIndisponivel(BrickError):
    """502, 503 e 504."""


class BrickApi:
    def __init__(self, base_url: str, tokens: ProvedorDeToken, http: httpx.AsyncClient | None = None) -> None:
        self._http = http or httpx.AsyncClient(base_url=base_url, timeout=30)
        self._tokens = tokens

    async def get(self, caminho: str) -> dict[str, Any]:
        async for tentativa in AsyncRetrying(
            retry=retry_if_exception_type(BrickIndisponivel),
            stop=stop_after_attempt(6),  # a primeira e mais cinco
            wait=wait_exponential(multiplier=3, exp_base=2),
            reraise=True,
        ):
            with tentativa:
                return await self._get_autenticado(caminho)
        raise AssertionError("inalcançável")

    async def _get_autenticado(self, caminho: str) -> dict[str, Any]:
        try:
            return await self._uma_vez(caminho, await self._tokens.atual())
        except BrickError as erro:
            if erro.code != "TOKEN_NAO_AUTORIZADO":
                raise
        return await self._uma_vez(caminho, await self._tokens.renovar())

    async def _uma_vez(self, caminho: str, token: str) -> dict[str, Any]:
        resposta = await self._http.get(caminho, headers={"Authorization": f"Bearer {token}"})
        if resposta.status_code == httpx.codes.OK:
            return resposta.json()
        try:
            envelope = Envelope.model_validate_json(resposta.content)
        except ValidationError:
            envelope = Envelope(detail=resposta.text[:300])
        classe = BrickIndisponivel if resposta.status_code in {502, 503, 504} else BrickError
        raise classe(resposta.status_code, envelope)
