"""Nightly refresh."""
from __future__ import annotations

import logging
from dataclasses import dataclass

from tenacity import after_log, retry, retry_if_exception_message, stop_after_attempt, wait_incrementing

from synapse_http import SynapseHttp

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Balance:
    node_id: str
    amount: float
    currency: str


@dataclass
class RefreshService:
    http: SynapseHttp
    user_id: str

    @retry(
        retry=retry_if_exception_message(match=r"(?i).*(temporar|maintenance|try again).*"),
        wait=wait_incrementing(start=300, increment=300),
        stop=stop_after_attempt(4),
        after=after_log(logger, logging.WARNING),
        reraise=True,
    )
    def balance(self, node_id: str) -> Balance:
        body = self.http.patch(f"/users/{self.user_id}/nodes/{node_id}", resync="BALANCE")
        money = body.get("info", {}).get("balance", {})
        return Balance(node_id, money.get("amount", 0.0), money.get("currency", "USD"))
