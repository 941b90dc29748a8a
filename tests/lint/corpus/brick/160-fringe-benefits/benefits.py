"""Finds meal-voucher and transport purchases in the transactions that an employee shares with us."""
from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import httpx
from tenacity import RetryCallState, retry, retry_if_exception_type

from config import BRICK_STOP, BRICK_WAIT, PAGE_SIZE, BrickConfig
from problems import problem_in

logger = logging.getLogger(__name__)

CATEGORIES = {"5411": "meal", "5812": "meal", "4111": "transport", "5541": "transport"}


@dataclass(slots=True)
class Purchase:
    id: str
    category: str
    amount: Decimal


def _before_sleep(state: RetryCallState) -> None:
    logger.info("attempt %d: %r", state.attempt_number, state.outcome.exception() if state.outcome else None)


def _give_up(state: RetryCallState) -> list[dict[str, Any]]:
    logger.error("transactions unavailable: %r", state.outcome.exception() if state.outcome else None)
    return []


class TransactionFeed:
    def __init__(self, config: BrickConfig) -> None:
        self.client = httpx.Client(
            base_url=config.base_url,
            timeout=config.timeout,
            headers={"Authorization": f"Bearer {config.token}"},
        )

    @retry(
        retry=retry_if_exception_type(Exception),
        wait=BRICK_WAIT,
        stop=BRICK_STOP,
        before_sleep=_before_sleep,
        retry_error_callback=_give_up,
    )
    def page(self, consent_id: str, account: str, number: int) -> list[dict[str, Any]]:
        response = self.client.get(
            f"/data/accounts/{account}/transactions",
            params={"page": number, "page-size": PAGE_SIZE},
            headers={"x-consent-id": consent_id},
        )
        if problem := problem_in(response):
            raise problem
        return response.json()["data"].get("transactions") or []

    def all(self, consent_id: str, account: str) -> Iterator[dict[str, Any]]:
        number = 1
        while rows := self.page(consent_id, account, number):
            yield from rows
            if len(rows) < PAGE_SIZE:
                return
            number += 1


def purchases(feed: TransactionFeed, consent_id: str, account: str) -> list[Purchase]:
    return [
        Purchase(row["transactionId"], category, Decimal(str(row["amount"])))
        for row in feed.all(consent_id, account)
        if (category := CATEGORIES.get(str(row.get("mcc"))))
    ]


def reimbursable(feed: TransactionFeed, consent_id: str, account: str, ceiling: Decimal) -> dict[str, Decimal]:
    totals: dict[str, Decimal] = {}
    for purchase in purchases(feed, consent_id, account):
        totals[purchase.category] = min(ceiling, totals.get(purchase.category, Decimal(0)) + purchase.amount)
    return totals
