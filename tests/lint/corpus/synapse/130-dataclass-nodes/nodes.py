"""Keeps the linked bank accounts of our users fresh."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

BASE_URL = "https://api.synapsefi.com/v3.1"


class SyncError(Exception):
    pass


class Throttled(SyncError):
    pass


class RefreshFailed(SyncError):
    def __init__(self, node_id: str, text: str) -> None:
        super().__init__(f"node {node_id} could not be refreshed: {text}")
        self.node_id = node_id
        self.text = text


@dataclass(slots=True)
class Linked:
    user_id: str
    node_id: str
    balance: str | None = None
    failure: str | None = None


@dataclass(slots=True, frozen=True)
class Summary:
    refreshed: int = 0
    failed: list[Linked] = field(default_factory=list)
    untouched: list[Linked] = field(default_factory=list)


@contextmanager
def translated(node_id: str) -> Iterator[None]:
    try:
        yield
    except httpx.HTTPStatusError as exc:
        body = exc.response.json()
        if body["error_code"] == "429":
            raise Throttled(node_id) from None
        raise RefreshFailed(node_id, body["error"]["en"]) from None


def _check(response: httpx.Response) -> None:
    response.read()
    response.raise_for_status()


class Nodes:
    def __init__(
        self,
        gateway: str,
        base_url: str = BASE_URL,
        on_failure: Callable[[Linked], None] = lambda linked: None,
    ) -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway},
            timeout=45,
            event_hooks={"response": [_check]},
        )
        self.on_failure = on_failure

    def refresh(self, user_id: str, node_id: str) -> dict[str, Any] | None:
        """The refreshed node; None while the bank waits for an answer of the user."""
        with translated(node_id):
            response = self.http.patch(f"/users/{user_id}/nodes/{node_id}", params={"refresh": "true"})
        node = response.json()
        if response.status_code == 202 or node.get("error_code") == "10":
            return None
        return node

    def refresh_all(self, linked: list[Linked]) -> Summary:
        refreshed, failed = 0, []
        for position, item in enumerate(linked):
            try:
                node = self.refresh(item.user_id, item.node_id)
            except Throttled:
                return Summary(refreshed, failed, linked[position:])
            except RefreshFailed as exc:
                item.failure = exc.text
                failed.append(item)
                self.on_failure(item)
                continue
            if node is None:
                item.failure = "waiting for the user"
                failed.append(item)
                continue
            item.balance = node["info"]["balance"]["amount"]
            item.failure = None
            refreshed += 1
        return Summary(refreshed, failed)
