"""Nightly balance refresh of all nodes of a user."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

import anyio

from client import SynapseClient, SynapseError

logger = logging.getLogger("refresh")

UNAVAILABLE = 503
TRIES = 3
PAUSE = 15 * 60


class RefreshFailed(Exception):
    """The balance of a node could not be refreshed."""


@dataclass(frozen=True)
class Balance:
    node_id: str
    amount: float


async def refresh_node(client: SynapseClient, user_id: str, node_id: str) -> Balance:
    body: dict[str, Any] = {}
    for attempt in range(1, TRIES + 1):
        try:
            body = await client.resync(user_id, node_id)
            break
        except SynapseError as exc:
            if exc.error_code == UNAVAILABLE and attempt < TRIES:
                logger.info("node %s unavailable, try %d", node_id, attempt)
                await anyio.sleep(PAUSE)
                continue
            raise RefreshFailed(f"could not refresh node {node_id}") from None
    return Balance(node_id, float(body["info"]["balance"]["amount"]))


class RefreshPool:
    def __init__(self, client: SynapseClient, size: int = 4) -> None:
        self.client = client
        self.size = size

    async def run(self, user_id: str, node_ids: list[str]) -> dict[str, float]:
        gate = asyncio.Semaphore(self.size)
        balances: dict[str, float] = {}

        async def one(node_id: str) -> None:
            async with gate:
                balance = await refresh_node(self.client, user_id, node_id)
            balances[node_id] = balance.amount

        await asyncio.gather(*(one(node_id) for node_id in node_ids))
        return balances
