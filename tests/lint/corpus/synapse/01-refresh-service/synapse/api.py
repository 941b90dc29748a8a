from __future__ import annotations

from typing import Any

import httpx

from .faults import raise_on_fault


class SynapseApi:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com/v3.1"):
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user},
            event_hooks={"response": [raise_on_fault]},
            transport=httpx.AsyncHTTPTransport(retries=2),
        )

    async def refresh_node(self, user_id: str, node_id: str) -> tuple[dict[str, Any], bool]:
        """-> (node, final): 202 or error_code 10 mean that more is to come"""
        response = await self._http.patch(f"/users/{user_id}/nodes/{node_id}", json={"refresh": True})
        node = response.json()
        pending = response.status_code == 202 or str(node.get("error_code", "0")) == "10"
        return node, not pending

    async def close(self) -> None:
        await self._http.aclose()
