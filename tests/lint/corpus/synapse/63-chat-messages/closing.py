"""Closes nodes of customers who left."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests

from chat import say


class NodeNotClosed(Exception):
    def __init__(self, node_id: str, reply: dict[str, Any]) -> None:
        super().__init__(f"{node_id}: {reply.get('http_code')}/{reply.get('error_code')}")
        self.node_id = node_id
        self.reply = reply


class Closing:
    def __init__(
        self,
        session: requests.Session,
        base_url: str = "https://api.synapsefi.com/v3.1",
        notify: Callable[[str], object] = say,
    ) -> None:
        self.session = session
        self.base_url = base_url
        self.notify = notify

    def close(self, user_id: str, node_id: str) -> None:
        reply = self.session.delete(f"{self.base_url}/users/{user_id}/nodes/{node_id}", timeout=100).json()
        if reply.get("error_code") != "0":
            raise NodeNotClosed(node_id, reply)

    def close_all(self, user_id: str, node_ids: list[str]) -> int:
        closed = 0
        for node_id in node_ids:
            try:
                self.close(user_id, node_id)
            except NodeNotClosed as exc:
                self.notify(f"stopped after {closed} node(s): {exc}")
                raise
            closed += 1
        self.notify(f"{user_id}: {closed} node(s) closed")
        return closed
