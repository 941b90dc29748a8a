"""Nightly job: refreshes every node we know and stores the balances."""
from __future__ import annotations

from typing import Callable, Iterable

import requests

from fault import NotRefreshable, Relink, SynapseError, to_error


class NightlyNodes:
    def __init__(
        self,
        base_url: str,
        headers: Callable[[], dict[str, str]],
        nodes: Callable[[], Iterable[tuple[str, str]]],
        ask_relink: Callable[[str], None],
        drop: Callable[[str], None],
    ) -> None:
        self.base_url = base_url
        self.headers = headers
        self.nodes = nodes
        self.ask_relink = ask_relink
        self.drop = drop

    def refresh(self, user_id: str, node_id: str) -> float | None:
        resp = requests.patch(
            f"{self.base_url}/users/{user_id}/nodes/{node_id}",
            params={"refresh": "yes"},
            headers=self.headers(),
            timeout=60,
        )
        if resp.status_code == 202:
            return None
        if resp.status_code != 200:
            raise to_error(resp.json())
        return resp.json()["info"]["balance"]["amount"]

    def run(self) -> dict[str, float | None]:
        balances: dict[str, float | None] = {}
        for user_id, node_id in self.nodes():
            try:
                balances[node_id] = self.refresh(user_id, node_id)
            except Relink:
                self.ask_relink(node_id)
            except NotRefreshable:
                self.drop(node_id)
            except SynapseError:
                continue
        return balances
