from __future__ import annotations

from typing import Any

import httpx

from refresh.faults import FaultBody, raise_for


class NodeApi:
    def __init__(self, base_url: str, headers: dict[str, str]) -> None:
        self._http = httpx.Client(base_url=base_url, headers=headers, timeout=60)

    def refresh(self, user_id: str, node_id: str) -> dict[str, Any] | None:
        """The node, or None while Synapse is still at it."""
        resp = self._http.patch(f"/users/{user_id}/nodes/{node_id}", params={"refresh": "yes"})
        if resp.status_code == 202:
            return None
        if resp.is_error:
            raise_for(FaultBody(**resp.json()))
        return resp.json()
