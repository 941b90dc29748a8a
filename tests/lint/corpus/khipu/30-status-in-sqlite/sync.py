from __future__ import annotations

from typing import Any

import urllib3

from store import Link, Store


class Sync:
    def __init__(self, store: Store, token: str, root: str = "https://api.khipu.com/v1/cl") -> None:
        self.store = store
        self.root = root
        self.pool = urllib3.PoolManager(headers={"Authorization": f"Bearer {token}"}, retries=False)

    def _ask(self, link: Link, password: str) -> dict[str, Any]:
        url = f"{self.root}/banks/{link.bank}/movements"
        payload = {"Username": link.username, "Password": password}
        return self.pool.request("POST", url, json=payload, timeout=120.0).json()

    def one(self, link: Link, password: str) -> str:
        """Reads one link; returns its new status."""
        reply = self._ask(link, password)
        if reply["Status"] == "OK":
            self.store.save_movements(link.id, reply["Data"]["Movements"])
            status = "ok"
        else:
            error = reply["Error"]
            status = f"error:{error['Code']}:{error['Type']}"
        self.store.set_status(link.id, status)
        return status
