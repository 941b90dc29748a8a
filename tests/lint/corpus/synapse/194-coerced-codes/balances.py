"""Fresh balances for the cash-flow page."""
from __future__ import annotations

import asyncio
import logging
from decimal import Decimal

from schemas import ErrorCode, NodeBalance, RefreshState
from synapse_client import SynapseClient, Unavailable

logger = logging.getLogger(__name__)

PAUSES = (60, 300, 900)


async def refresh(client: SynapseClient, user_id: str, node_id: str) -> NodeBalance:
    reply = await client.send("PATCH", f"/users/{user_id}/nodes/{node_id}", params={"resync": "BALANCE"})
    if reply.error_code == ErrorCode.ACTION_PENDING:
        return NodeBalance(node_id=node_id, state=RefreshState.NEEDS_MFA)
    balance = reply.extra_data["info"]["balance"]
    return NodeBalance(
        node_id=node_id,
        state=RefreshState.FRESH,
        amount=Decimal(str(balance["amount"])),
        currency=balance.get("currency", "USD"),
    )


async def refresh_patiently(client: SynapseClient, user_id: str, node_id: str) -> NodeBalance:
    """For the nightly job: maintenance usually ends within the half hour."""
    for pause in PAUSES:
        try:
            return await refresh(client, user_id, node_id)
        except Unavailable as exc:
            logger.info("node %s: %s, next try in %d s", node_id, exc, pause)
            await asyncio.sleep(pause)
    return await refresh(client, user_id, node_id)
