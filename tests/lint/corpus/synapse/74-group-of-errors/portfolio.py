"""Balances of all nodes of a user at once."""
from __future__ import annotations

import asyncio
from typing import Any

import aiohttp


class NodeError(Exception):
    def __init__(self, node_id: str, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{node_id}: {status}/{body.get('error_code')}")
        self.node_id = node_id
        self.status = status
        self.body = body


class Portfolio:
    def __init__(self, session: aiohttp.ClientSession, user_id: str, base_url: str) -> None:
        self.session = session
        self.root = f"{base_url}/users/{user_id}/nodes"

    async def _balance(self, node_id: str) -> float:
        async with self.session.get(f"{self.root}/{node_id}") as response:
            body = await response.json()
        if response.status != 200 or body.get("error_code", "0") != "0":
            raise NodeError(node_id, response.status, body)
        return body.get("info", {}).get("balance", {}).get("amount", 0.0)

    async def balances(self, node_ids: list[str]) -> dict[str, float]:
        """All or nothing: an ExceptionGroup holds every NodeError."""
        results = await asyncio.gather(*map(self._balance, node_ids), return_exceptions=True)
        if errors := [r for r in results if isinstance(r, Exception)]:
            raise ExceptionGroup("balances", errors)
        return dict(zip(node_ids, results, strict=True))


async def report(headers: dict[str, str], user_id: str, node_ids: list[str], base_url: str) -> list[str]:
    lines: list[str] = []
    async with aiohttp.ClientSession(headers=headers) as session:
        try:
            balances = await Portfolio(session, user_id, base_url).balances(node_ids)
            lines += [f"{node}: {amount:.2f}" for node, amount in balances.items()]
        except* NodeError as group:
            for error in group.exceptions:
                lines.append(f"{error.node_id}: failed with {error.body.get('error_code')}")
    return lines
