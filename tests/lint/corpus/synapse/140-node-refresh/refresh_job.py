"""Refreshes the balance of linked bank accounts."""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

from synapse_errors import ActionPending, RefreshNotSupported, RefreshUnavailable, RelinkRequired, SynapseError
from synapse_gateway import SynapseGateway

logger = logging.getLogger(__name__)

MAINTENANCE_PAUSE = timedelta(hours=2)


class NodeStatus(str, Enum):
    ACTIVE = "active"
    MANUAL_ONLY = "manual_only"
    RELINK = "relink"
    WAITING = "waiting"
    BROKEN = "broken"


@dataclass
class LinkedNode:
    user_id: str
    node_id: str
    oauth_key: str = field(repr=False)
    status: NodeStatus = NodeStatus.ACTIVE
    next_refresh: datetime | None = None
    error: str | None = None
    balance: Any = None


class NodeRepository:
    def __init__(self, nodes: list[LinkedNode]) -> None:
        self._nodes = {node.node_id: node for node in nodes}

    def due(self) -> list[LinkedNode]:
        now = datetime.now(timezone.utc)
        return [
            node for node in self._nodes.values()
            if node.status is NodeStatus.ACTIVE and (node.next_refresh is None or node.next_refresh <= now)
        ]

    def save(self, node: LinkedNode) -> None:
        self._nodes[node.node_id] = node


class RefreshJob:
    def __init__(self, gateway: SynapseGateway, nodes: NodeRepository) -> None:
        self._gateway = gateway
        self._nodes = nodes

    def run(self) -> list[LinkedNode]:
        batch = self._nodes.due()
        for node in batch:
            self._refresh(node)
            self._nodes.save(node)
        return batch

    def _refresh(self, node: LinkedNode) -> None:
        now = datetime.now(timezone.utc)
        try:
            body = self._gateway.refresh_node(node.user_id, node.oauth_key, node.node_id)
        except RefreshUnavailable as exc:
            node.next_refresh = now + MAINTENANCE_PAUSE
            node.error = str(exc)
        except SynapseError as exc:
            node.status = self._status_after(exc)
            node.error = str(exc)
            logger.error("node %s is now %s: %s", node.node_id, node.status.value, exc)
        else:
            node.next_refresh = now + timedelta(hours=24)
            node.balance = (body.get("info") or {}).get("balance")
            node.error = None

    @staticmethod
    def _status_after(exc: SynapseError) -> NodeStatus:
        if isinstance(exc, RelinkRequired):
            return NodeStatus.RELINK
        if isinstance(exc, RefreshNotSupported):
            return NodeStatus.MANUAL_ONLY
        if isinstance(exc, ActionPending):
            return NodeStatus.WAITING
        return NodeStatus.BROKEN
