from __future__ import annotations

import contextlib
import json

import aiohttp
import attrs


@attrs.define(eq=False)
class ErroBrick(Exception):
    status: int
    code: str = ""
    title: str = ""
    detail: str = ""
    interacao: str = ""

    def __str__(self) -> str:
        return f"{self.status} {self.code} {self.title}: {self.detail}"


class ApiBrick:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._cabecalhos = {"Authorization": f"Bearer {token}"}

    async def _chamar(self, metodo: str, caminho: str, **kw) -> dict:
        cabecalhos = self._cabecalhos | kw.pop("headers", {})
        async with aiohttp.ClientSession(headers=cabecalhos) as sessao:
            async with sessao.request(metodo, self._base_url + caminho, **kw) as resp:
                texto = await resp.text()
        corpo: dict = {}
        with contextlib.suppress(json.JSONDecodeError):
            corpo = json.loads(texto)
        if resp.status < 300:
            return corpo["data"]
        raise ErroBrick(
            resp.status,
            code=corpo.get("code", ""),
            title=corpo.get("title") or corpo.get("error", ""),
            detail=corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or texto,
            interacao=resp.headers.get("x-fapi-interaction-id", ""),
        )

    async def iniciar(self, consent_id: str, valor: str, chave: str) -> dict:
        return await self._chamar(
            "POST",
            "/open-banking/payments/v4/pix/payments",
            json={"data": {"consentId": consent_id, "payment": {"amount": valor, "currency": "BRL"}}},
            headers={"x-idempotency-key": chave},
        )

    async def consentimento(self, consent_id: str) -> dict:
        return await self._chamar("GET", f"/open-banking/payments/v4/consents/{consent_id}")
