"""Morning refresh of linked bank accounts."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

import aiohttp

LOG = logging.getLogger("refresh")


class RefreshError(Exception):
    def __init__(self, http_code: int, body: dict[str, Any]) -> None:
        self.http_code = http_code
        self.error_code = body.get("error_code")
        self.error = body.get("error") or {}
        super().__init__(f"{http_code}/{self.error_code} {self.error.get('en')}")


class RelinkNeeded(RefreshError):
    pass


class NotSupported(RefreshError):
    pass


class ComeBackLater(RefreshError):
    pass


def to_error(http_code: int, body: dict[str, Any]) -> RefreshError:
    text = ((body.get("error") or {}).get("en") or "").lower()
    if "credentials" in text:
        return RelinkNeeded(http_code, body)
    if "not allowed" in text or "not supported" in text:
        return NotSupported(http_code, body)
    if "temporarily unavailable" in text:
        return ComeBackLater(http_code, body)
    return RefreshError(http_code, body)


@dataclass(frozen=True)
class Node:
    user_id: str
    node_id: str


class Refresher:
    def __init__(self, gateway: str, base_url: str, limit: int = 5) -> None:
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER-IP": "127.0.0.1"}
        self._base_url = base_url
        self._limit = limit

    async def _one(self, http: aiohttp.ClientSession, gate: asyncio.Semaphore, node: Node) -> dict[str, Any]:
        async with gate, http.patch(
            f"{self._base_url}/v3.1/users/{node.user_id}/nodes/{node.node_id}", params={"refresh": "yes"}
        ) as res:
            body = await res.json(content_type=None)
            if res.status != 200:
                raise to_error(res.status, body)
            return body

    async def refresh(self, nodes: list[Node]) -> dict[str, float]:
        gate = asyncio.Semaphore(self._limit)
        async with aiohttp.ClientSession(headers=self._headers) as http:
            answers = await asyncio.gather(
                *(self._one(http, gate, node) for node in nodes), return_exceptions=True
            )
        balances = {}
        for answer in answers:
            if isinstance(answer, dict):
                balances[answer["_id"]] = answer["info"]["balance"]["amount"]
        LOG.info("%d of %d accounts refreshed", len(balances), len(nodes))
        return balances
