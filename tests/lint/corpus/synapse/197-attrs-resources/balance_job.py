"""Hourly: asks Synapse for fresh balances of the accounts that we watch."""
from __future__ import annotations

import asyncio
import logging

from synapse_sdk import AsyncSynapse, SynapseError
from synapse_sdk.client import Node
from synapse_sdk.result import RefreshUnavailable

log = logging.getLogger(__name__)

PAUSE = 10 * 60
ROUNDS = 3


async def fresh_node(synapse: AsyncSynapse, user_id: str, node_id: str) -> Node:
    done = 0
    while True:
        try:
            return await synapse.nodes.refresh(user_id, node_id)
        except RefreshUnavailable as exc:
            done += 1
            if done >= ROUNDS:
                raise
            log.info("node %s: %s", node_id, exc)
            await asyncio.sleep(PAUSE)


async def run(synapse: AsyncSynapse, watched: dict[str, str]) -> dict[str, Node | SynapseError]:
    """Node or error, by node id; the report prints both."""
    results: dict[str, Node | SynapseError] = {}
    for node_id, user_id in watched.items():
        try:
            results[node_id] = await fresh_node(synapse, user_id, node_id)
        except SynapseError as exc:
            log.warning("node %s not refreshed: %s", node_id, exc)
            results[node_id] = exc
    return results
