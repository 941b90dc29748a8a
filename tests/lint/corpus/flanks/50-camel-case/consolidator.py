"""Consolidated view over the products of a credential."""
from __future__ import annotations

import json
import time
from typing import Any

import urllib3

from dto import FlanksReply

PRODUCTS = ("account", "card", "fund")


class ConsolidationError(Exception):
    def __init__(self, reply: FlanksReply) -> None:
        super().__init__(f"{reply.error_code}: {reply.message}")
        self.reply = reply


class Consolidator:
    max_polls = 12
    poll_delay = 20

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.http = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"}, retries=False
        )

    def _call(self, product: str, credentials_token: str) -> FlanksReply:
        payload = json.dumps({"credentials_token": credentials_token})
        r = self.http.request("POST", f"{self.base_url}/v0/bank/{product}", body=payload.encode())
        return FlanksReply.parse(r.status, json.loads(r.data))

    def product(self, product: str, credentials_token: str) -> list[Any]:
        for _ in range(self.max_polls):
            reply = self._call(product, credentials_token)
            if not reply.processing:
                break
            time.sleep(self.poll_delay)
        if reply.failed:
            raise ConsolidationError(reply)
        return reply.data.get(f"{product}s", [])

    def view(self, credentials_token: str) -> dict[str, list[Any]]:
        return {product: self.product(product, credentials_token) for product in PRODUCTS}
