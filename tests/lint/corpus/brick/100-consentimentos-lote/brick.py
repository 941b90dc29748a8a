"""Brick Bank: consulta de consentimentos."""
from __future__ import annotations

import asyncio
from typing import Any

import httpx

PROGRESSAO = (3, 6, 12, 24, 48)
MINUTOS = (180, 300)
OUTRA_INSTITUICAO = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")


class BrickErro(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail

    @classmethod
    def de(cls, resp: httpx.Response) -> BrickErro:
        try:
            corpo: dict[str, Any] = resp.json()
        except ValueError:
            return cls(resp.status_code, "", resp.text[:200])
        # o gateway responde sem "code": 401 {error, error_description} e 404 {message}
        code = corpo.get("code") or corpo.get("error") or ""
        detail = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        return cls(resp.status_code, code, detail)

    @property
    def pausas(self) -> tuple[int, ...]:
        if 500 <= self.status <= 509:
            return PROGRESSAO
        if self.code in OUTRA_INSTITUICAO:
            return MINUTOS
        return ()


class Brick:
    def __init__(self, token: str, base_url: str = "https://api.brick.bank") -> None:
        self.http = httpx.AsyncClient(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30
        )

    async def _uma_vez(self, consent_id: str) -> dict[str, Any]:
        resp = await self.http.get(f"/open-banking/consents/v3/consents/{consent_id}")
        if resp.status_code == 200:
            return resp.json()
        raise BrickErro.de(resp)

    async def consentimento(self, consent_id: str) -> dict[str, Any]:
        feitas = 0
        while True:
            try:
                return await self._uma_vez(consent_id)
            except BrickErro as erro:
                if feitas >= len(erro.pausas):
                    raise
                await asyncio.sleep(erro.pausas[feitas])
                feitas += 1

    async def fechar(self) -> None:
        await self.http.aclose()
