"""Refreshes the balances of linked accounts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import aiohttp

from _http import BASE_URL, SynapseError, patch
from _pairs import policy_for

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Node:
    """A linked account."""

    user_id: str
    node_id: str


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A fresh balance."""

    node: Node
    balance: Decimal


@dataclass(frozen=True, slots=True)
class NotRefreshed:
    """A refresh that failed, with the pair and the next step."""

    node: Node
    pair: str
    step: str


class BalanceRefresher:
    """Refreshes nodes one after the other."""

    def __init__(self, gateway: str, *, base_url: str = BASE_URL) -> None:
        self._headers = {"X-SP-GATEWAY": gateway}
        self._base_url = base_url

    async def refresh_all(self, nodes: Sequence[Node]) -> list[Refreshed | NotRefreshed]:
        """Refresh every node; failures are part of the result."""
        results: list[Refreshed | NotRefreshed] = []
        async with aiohttp.ClientSession(headers=self._headers) as session:
            for node in nodes:
                try:
                    results.append(await self._refresh(session, node))
                except SynapseError as exc:
                    logger.warning("node %s: %s", node.node_id, exc)
                    results.append(NotRefreshed(node, str(exc.pair), exc.step))
        return results

    async def _refresh(self, session: aiohttp.ClientSession, node: Node) -> Refreshed:
        url = f"{self._base_url}/users/{node.user_id}/nodes/{node.node_id}"
        attempts = 0
        while True:
            try:
                body = await patch(session, url, resync="BALANCE")
            except SynapseError as exc:
                policy = policy_for(exc.pair)
                if attempts >= policy.new_attempts:
                    raise
                attempts += 1
                await asyncio.sleep(policy.delay)
            else:
                return Refreshed(node, Decimal(str(body["info"]["balance"]["amount"])))
