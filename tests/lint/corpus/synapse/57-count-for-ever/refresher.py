"""Waits until the balance of a node could be refreshed."""
from __future__ import annotations

import itertools
import logging
import time
from typing import Any

import urllib3

logger = logging.getLogger(__name__)

MINUTES = 60


class RefreshRefused(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        self.pair = (body.get("http_code"), body.get("error_code"))
        super().__init__("%s/%s" % self.pair)


class Refresher:
    def __init__(self, base_url: str, headers: dict[str, str], every: float = 15 * MINUTES) -> None:
        self.base_url = base_url
        self.every = every
        self.pool = urllib3.PoolManager(headers=headers, retries=urllib3.Retry(connect=2, read=0, redirect=0, status=0))

    def _patch(self, user_id: str, node_id: str) -> dict[str, Any]:
        url = f"{self.base_url}/users/{user_id}/nodes/{node_id}?resync=BALANCE"
        return self.pool.request("PATCH", url, timeout=100).json()

    def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        for attempt in itertools.count(1):
            body = self._patch(user_id, node_id)
            if body.get("error_code") == "0":
                logger.info("node %s refreshed after %d attempt(s)", node_id, attempt)
                return body
            if (body.get("http_code"), body.get("error_code")) != ("503", "503"):
                raise RefreshRefused(body)
            logger.warning("node %s: bank maintenance, attempt %d", node_id, attempt)
            time.sleep(self.every)
        raise AssertionError


def production(gateway: str, user_key: str) -> Refresher:
    return Refresher("https://api.synapsefi.com/v3.1", {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})
