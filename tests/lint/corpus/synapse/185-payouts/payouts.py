"""Pays out what drivers earned during the week."""
from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import backoff
import httpx

from api import Api
from errors import KeyAlreadyUsed, Unavailable

log = logging.getLogger(__name__)


def _log_pause(details: dict[str, Any]) -> None:
    log.warning("SynapseFI unavailable, attempt %d, pause of %.0f s", details["tries"], details["wait"])


@dataclass(frozen=True)
class Payout:
    driver: str
    node: str
    amount: Decimal
    week: str


@dataclass(frozen=True)
class Receipt:
    payout: Payout
    transaction: str
    sent_before: bool = False


class PayoutService:
    def __init__(self, api: Api, user: str, source: str) -> None:
        self.api = api
        self.user = user
        self.source = source

    def pay(self, payout: Payout) -> Receipt:
        try:
            body = self._send(payout)
        except KeyAlreadyUsed:
            return Receipt(payout, self._find(payout), sent_before=True)
        return Receipt(payout, body["_id"])

    @backoff.on_exception(
        backoff.expo, Unavailable, max_tries=4, factor=60, jitter=None, on_backoff=_log_pause
    )
    def _send(self, payout: Payout) -> dict[str, Any]:
        return self.api.send(
            "POST",
            f"/users/{self.user}/nodes/{self.source}/trans",
            {
                "to": {"type": "DEPOSIT-US", "id": payout.node},
                "amount": {"amount": float(payout.amount), "currency": "USD"},
                "extra": {"note": f"week {payout.week}", "supp_id": f"{payout.driver}:{payout.week}"},
            },
            key=str(uuid.uuid4()),
        )

    def _find(self, payout: Payout) -> str:
        body = self.api.send(
            "GET", f"/users/{self.user}/trans", params={"query": f"{payout.driver}:{payout.week}"}
        )
        return body["trans"][0]["_id"]

    @backoff.on_exception(backoff.constant, httpx.HTTPStatusError, interval=600, max_tries=3, jitter=None)
    def funds(self) -> Decimal:
        """What is left on the funding account, straight from the bank."""
        body = self.api.send("PATCH", f"/users/{self.user}/nodes/{self.source}", params={"resync": "BALANCE"})
        return Decimal(str(body["info"]["balance"]["amount"]))

    def run(self, payouts: list[Payout]) -> list[Receipt]:
        total = sum(p.amount for p in payouts)
        if self.funds() < total:
            raise RuntimeError(f"not enough funds for {total}")
        return [self.pay(p) for p in payouts]
