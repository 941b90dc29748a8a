"""Thin client for nodes at SynapseFI."""
from __future__ import annotations

import logging
import time
from typing import Any

import requests

logger = logging.getLogger("balances.synapse")

BUSY = {"429", "503"}


class SynapseError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.error_code: str = body.get("error_code", "")
        self.body = body
        super().__init__(f"{status}/{self.error_code} {body.get('error')}")


class NodeClient:
    def __init__(self, base_url: str, headers: dict[str, str], pause: float = 60.0) -> None:
        self.base_url = base_url
        self.pause = pause
        self.session = requests.Session()
        self.session.headers.update(headers)

    def node(self, user_id: str, node_id: str) -> dict[str, Any]:
        return self._call("GET", f"/users/{user_id}/nodes/{node_id}")

    def resync(self, user_id: str, node_id: str) -> dict[str, Any]:
        return self._call("PATCH", f"/users/{user_id}/nodes/{node_id}?resync=BALANCE")

    def _call(self, method: str, path: str) -> dict[str, Any]:
        while True:
            response = self.session.request(method, self.base_url + path, timeout=60)
            body = response.json()
            code = body.get("error_code")
            if code == "0":
                return body
            if code in BUSY:
                logger.info("%s %s: %s, waiting %s s", method, path, code, self.pause)
                time.sleep(self.pause)
                continue
            raise SynapseError(response.status_code, body)
