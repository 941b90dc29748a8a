from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from handlers import HandlerMixin


class Cards(HandlerMixin):
    """Debit cards (CARD-US nodes)."""

    def __init__(self, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.headers = {**headers, "Content-Type": "application/json"}
        self.base_url = base_url

    def _send(self, method: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(
            self.base_url + path, data=json.dumps(payload).encode(), headers=self.headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=100) as response:
                raw = response.read()
        except urllib.error.HTTPError as error:
            raw = error.read()
        return self.dispatch(json.loads(raw))

    def lock(self, user: str, node: str) -> bool:
        self._send("PATCH", f"/users/{user}/nodes/{node}", {"allowed": "LOCKED"})
        return True

    def limit(self, user: str, node: str, daily: int) -> dict[str, Any]:
        body = self._send("PATCH", f"/users/{user}/nodes/{node}", {"preferences": {"daily_transaction_limit": daily}})
        return {"node": body["_id"], "daily": daily}
