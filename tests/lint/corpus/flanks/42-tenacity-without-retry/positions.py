"""Positions of a client, taken from Flanks once a day."""
from __future__ import annotations

import logging
from typing import TypedDict

import httpx
from tenacity import before_sleep_log, retry, stop_after_attempt, wait_exponential

from flanks_http import check

logger = logging.getLogger(__name__)


class Position(TypedDict):
    isin: str
    units: float
    price: float | None


class Positions:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._client = httpx.Client(
            base_url=base_url,
            headers={"authorization": f"Bearer {token}"},
            timeout=30.0,
        )

    @retry(
        stop=stop_after_attempt(4),
        wait=wait_exponential(multiplier=5, min=10, max=120),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    def fetch(self, credentials_token: str) -> list[Position]:
        # the api is flaky in the morning, give it a few chances
        response = self._client.post("/v0/bank/position", json={"credentials_token": credentials_token})
        body = check(response)
        return [Position(isin=p["isin"], units=p["units"], price=p.get("price")) for p in body["positions"]]

    def valued(self, credentials_token: str) -> float:
        total = 0.0
        for position in self.fetch(credentials_token):
            if position["price"] is None:
                continue
            total += position["units"] * position["price"]
        return total
