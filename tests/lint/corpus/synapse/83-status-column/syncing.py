"""Called by cron. A node with an error is left alone until somebody clears its status."""
from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import requests

from models import BankNode

log = logging.getLogger(__name__)

DAILY = timedelta(days=1)
BANK_DOWN = timedelta(hours=2)


def details(body: dict[str, Any]) -> tuple[str, str, str]:
    text = (body.get("error") or body.get("message") or {}).get("en", "")
    return body.get("http_code", ""), body.get("error_code", "0"), text


class Syncing:
    def __init__(self, session: requests.Session, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.session = session
        self.base_url = base_url

    def sync(self, node: BankNode, now: datetime) -> str:
        url = f"{self.base_url}/users/{node.user_id}/nodes/{node.node_id}"
        response = self.session.patch(url, params={"resync": "BALANCE"}, timeout=100)
        http_code, code, text = details(response.json())
        if code == "0" and response.status_code == 200:
            node.status, node.next_sync = "ok", now + DAILY
        elif (http_code, code) == ("503", "503"):
            node.status, node.next_sync = f"later:{http_code}:{code}", now + BANK_DOWN
        else:
            log.error("node %s: %s/%s %s", node.node_id, http_code, code, text)
            node.status, node.next_sync = f"error:{http_code}:{code}", None
        return node.status

    def run(self, nodes: Iterable[BankNode], now: datetime) -> list[str]:
        return [self.sync(node, now) for node in nodes if node.due(now)]
