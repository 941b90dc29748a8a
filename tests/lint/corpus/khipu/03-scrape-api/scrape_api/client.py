from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from .advice import Advice
from .schemas import Envelope, KhipuErrorBody

TokenSource = Callable[[], Awaitable[str]]


class KhipuFault(Exception):
    def __init__(self, body: KhipuErrorBody) -> None:
        super().__init__(f"{body.code}/{body.advice.value}: {body.description}")
        self.body = body


class KhipuClient:
    def __init__(self, base_url: str, tokens: TokenSource) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, timeout=90)
        self._tokens = tokens
        self._jwt: str | None = None

    async def _post(self, path: str, payload: dict[str, Any]) -> Envelope:
        if self._jwt is None:
            self._jwt = await self._tokens()
        response = await self._http.post(path, json=payload, headers={"Authorization": f"Bearer {self._jwt}"})
        return Envelope.model_validate(response.json())

    async def run(self, path: str, payload: dict[str, Any]) -> Any:
        renewed, quick = False, 2
        while True:
            envelope = await self._post(path, payload)
            if (error := envelope.error) is None:
                return envelope.data
            if error.code == "A000" and not renewed:
                renewed, self._jwt = True, await self._tokens()
            elif error.advice is Advice.NOW and quick:
                quick -= 1
                await asyncio.sleep(0.5)
            else:
                raise KhipuFault(error)

    async def run_async(self, path: str, payload: dict[str, Any], webhook: str) -> str:
        ticket = await self.run(path, {**payload, "WebhookUrl": webhook})
        return ticket["TicketId"]
