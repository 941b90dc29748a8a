from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

import aiohttp

from model import ExceptionMapper, FlanksReply
from polling import Poller


class FlanksTransport(Protocol):
    async def post(self, path: str, payload: dict[str, Any]) -> FlanksReply: ...


class AiohttpTransport:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._headers = {"Authorization": f"Bearer {access_token}"}
        self._base_url = base_url

    async def post(self, path: str, payload: dict[str, Any]) -> FlanksReply:
        timeout = aiohttp.ClientTimeout(total=40)
        async with aiohttp.ClientSession(headers=self._headers, timeout=timeout) as session:
            async with session.post(self._base_url + path, json=payload) as response:
                try:
                    body = await response.json(content_type=None)
                except ValueError:
                    body = {"error": await response.text()}
                return FlanksReply(response.status, body if isinstance(body, dict) else {"error": "not an object"})


@dataclass(frozen=True)
class Portfolio:
    id: str
    value: Decimal | None


class PortfolioService:
    def __init__(self, transport: FlanksTransport, poller: Poller, mapper: ExceptionMapper) -> None:
        self._transport = transport
        self._poller = poller
        self._mapper = mapper

    async def portfolios(self, credentials_token: str) -> list[Portfolio]:
        payload = {"credentials_token": credentials_token}
        reply = await self._poller.until_ready(lambda: self._transport.post("/v0/bank/portfolio", payload))
        if not reply.is_success:
            raise self._mapper.map(reply)
        return [self._to_domain(row) for row in reply.body.get("portfolios") or []]

    @staticmethod
    def _to_domain(row: dict[str, Any]) -> Portfolio:
        value = row.get("value")  # null when the bank does not tell
        return Portfolio(str(row.get("id")), None if value is None else Decimal(str(value)))
