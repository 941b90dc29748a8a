"""Balances as the dashboard shows them."""
from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from client import NodeClient, SynapseError

logger = logging.getLogger("balances")


@dataclass(frozen=True)
class Balance:
    node_id: str
    amount: Decimal
    currency: str = "USD"

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "amount": str(self.amount)}


class BalanceService:
    def __init__(self, nodes: NodeClient) -> None:
        self.nodes = nodes
        self._known: dict[str, Balance] = {}

    def remember(self, node: dict[str, Any]) -> Balance:
        amount = ((node.get("info") or {}).get("balance") or {}).get("amount", 0)
        balance = Balance(node.get("_id", ""), Decimal(str(amount)))
        self._known[balance.node_id] = balance
        return balance

    def refreshed(self, user_id: str, node_id: str) -> Balance:
        try:
            return self.remember(self.nodes.resync(user_id, node_id))
        except SynapseError as exc:
            logger.warning("no refresh of %s: %s", node_id, exc)
            return self._known.get(node_id) or Balance(node_id, Decimal(0))

    def current(self, user_id: str, node_id: str) -> Balance:
        return self._known.get(node_id) or self.remember(self.nodes.node(user_id, node_id))
