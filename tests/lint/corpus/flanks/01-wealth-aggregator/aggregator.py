"""Async reader of the wealth data that Flanks extracts from the custodians."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from codes import AggregationError, Code, CustomerActionNeeded, ErrorReply, NotReadyYet

POLLS = 12
POLL_EVERY = 30.0


class Aggregator:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._access_token = access_token
        self._base_url = base_url

    @asynccontextmanager
    async def _http(self) -> AsyncIterator[httpx.AsyncClient]:
        headers = {"Authorization": f"Bearer {self._access_token}"}
        async with httpx.AsyncClient(base_url=self._base_url, headers=headers, timeout=60) as client:
            yield client

    async def _ask(self, path: str, credentials_token: str) -> httpx.Response:
        async with self._http() as http:
            return await http.post(path, json={"credentials_token": credentials_token})

    async def holdings(self, credentials_token: str) -> list[dict[str, Any]]:
        for poll in range(1, POLLS + 1):
            response = await self._ask("/v0/bank/holdings", credentials_token)
            if response.status_code == 200:
                return response.json()["holdings"]
            reply = self._error(response)
            code = reply.get("error_code")
            if code == Code.PROCESSING:
                if poll == POLLS:
                    raise NotReadyYet(response.status_code, reply)
                await asyncio.sleep(POLL_EVERY)
                continue
            if code in {Code.CREDENTIALS_ERROR, Code.SCA_REQUIRED}:
                raise CustomerActionNeeded(response.status_code, reply)
            raise AggregationError(response.status_code, reply)
        return []

    @staticmethod
    def _error(response: httpx.Response) -> ErrorReply:
        try:
            return response.json()
        except ValueError:
            return {"error": response.text}
