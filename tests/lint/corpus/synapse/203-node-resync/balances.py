"""Domain service: balance of an external account before a sweep."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Protocol

from error_kinds import SynapseFailure
from synapse_gateway import NodeGateway, NodeReply

audit = logging.getLogger("audit.synapse")


class Clock(Protocol):
    def pause(self, seconds: float) -> None: ...


class WallClock:
    def pause(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True)
class RetryPolicy:
    max_attempts: int
    delay_seconds: float
    retryable: frozenset[tuple[str, str]]


# A refresh that is "temporarily unavailable" at the bank, and nothing else.
REFRESH_POLICY = RetryPolicy(max_attempts=3, delay_seconds=1800.0, retryable=frozenset({("503", "503")}))


class BalanceState(Enum):
    CURRENT = "current"
    AWAITING_CUSTOMER = "awaiting-customer"


@dataclass(frozen=True)
class BalanceView:
    node_id: str
    state: BalanceState
    amount: Decimal | None = None


class BalanceService:
    def __init__(
        self, gateway: NodeGateway, policy: RetryPolicy = REFRESH_POLICY, clock: Clock | None = None
    ) -> None:
        self._gateway = gateway
        self._policy = policy
        self._clock = clock or WallClock()

    def refresh(self, user_id: str, node_id: str) -> BalanceView:
        reply = self._resync(user_id, node_id)
        if reply.pending:
            return BalanceView(node_id, BalanceState.AWAITING_CUSTOMER)
        info = reply.document.get("info") or {}
        amount = (info.get("balance") or {}).get("amount")
        return BalanceView(node_id, BalanceState.CURRENT, None if amount is None else Decimal(str(amount)))

    def _resync(self, user_id: str, node_id: str) -> NodeReply:
        for attempt in range(1, self._policy.max_attempts):
            try:
                return self._gateway.resync(user_id, node_id)
            except SynapseFailure as failure:
                audit.log(logging.ERROR if failure.kind.paged else logging.WARNING, "try %d: %s", attempt, failure)
                if failure.pair not in self._policy.retryable:
                    raise
            self._clock.pause(self._policy.delay_seconds)
        return self._gateway.resync(user_id, node_id)
