"""Complete history of a node, page by page."""
from __future__ import annotations

from collections.abc import AsyncIterator
from types import TracebackType
from typing import Any

import aiohttp


class HistoryError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"HTTP {status}, error_code {body.get('error_code')}")
        self.status = status
        self.body = body


class History:
    per_page = 100

    def __init__(self, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.headers = headers
        self.base_url = base_url

    async def __aenter__(self) -> "History":
        self.session = aiohttp.ClientSession(headers=self.headers)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.session.close()

    async def _page(self, url: str, number: int) -> dict[str, Any]:
        params = {"page": number, "per_page": self.per_page}
        async with self.session.get(url, params=params) as response:
            body = await response.json()
            if response.status != 200 or body.get("error_code", "0") != "0":
                raise HistoryError(response.status, body)
            return body

    async def transactions(self, user_id: str, node_id: str) -> AsyncIterator[dict[str, Any]]:
        url = f"{self.base_url}/users/{user_id}/nodes/{node_id}/trans"
        number = 1
        while True:
            body = await self._page(url, number)
            for trans in body["trans"]:
                yield trans
            if number >= body["page_count"]:
                break
            number += 1

    async def settled(self, user_id: str, node_id: str) -> list[str]:
        return [
            trans["_id"]
            async for trans in self.transactions(user_id, node_id)
            if trans["recent_status"]["status"] == "SETTLED"
        ]
