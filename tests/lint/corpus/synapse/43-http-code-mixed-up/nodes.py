"""Refreshes balances; on wrong credentials the customer has to link the bank again."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Action(Enum):
    NONE = "none"
    RELINK = "relink"
    UNSUPPORTED = "unsupported"
    LATER = "later"
    REPORT = "report"


@dataclass
class Refresh:
    node_id: str
    action: Action
    body: dict[str, Any] = field(repr=False, default_factory=dict)


def decide(body: dict[str, Any]) -> Action:
    http_code = body.get("http_code", "200")
    if http_code == "200":
        return Action.NONE
    if http_code in ("110", "120"):
        return Action.RELINK
    if http_code == "410":
        return Action.UNSUPPORTED
    if http_code == "503":
        return Action.LATER
    return Action.REPORT


class Nodes:
    def __init__(self, headers: dict[str, str], base_url: str = "https://uat-api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.headers = {"Content-Type": "application/json", **headers}

    def _patch(self, path: str) -> dict[str, Any]:
        request = urllib.request.Request(self.base_url + path, headers=self.headers, method="PATCH")
        try:
            with urllib.request.urlopen(request, timeout=100) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            return json.loads(error.read())

    def refresh(self, user_id: str, node_id: str) -> Refresh:
        body = self._patch(f"/users/{user_id}/nodes/{node_id}?resync=BALANCE")
        return Refresh(node_id, decide(body), body)

    def refresh_all(self, user_id: str, node_ids: list[str]) -> dict[Action, list[Refresh]]:
        grouped: dict[Action, list[Refresh]] = {}
        for node_id in node_ids:
            refresh = self.refresh(user_id, node_id)
            grouped.setdefault(refresh.action, []).append(refresh)
        return grouped
