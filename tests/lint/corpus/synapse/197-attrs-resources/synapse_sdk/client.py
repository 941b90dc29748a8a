from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, ClassVar

import aiohttp
import attrs

from .result import Result


@attrs.frozen
class Node:
    id: str
    type: str
    balance: float | None

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Node:
        return cls(raw["_id"], raw.get("type", ""), raw.get("info", {}).get("balance", {}).get("amount"))


class Resource:
    registry: ClassVar[dict[str, type[Resource]]] = {}

    def __init_subclass__(cls, name: str) -> None:
        Resource.registry[name] = cls

    def __init__(self, client: AsyncSynapse) -> None:
        self._client = client


class Nodes(Resource, name="nodes"):
    async def refresh(self, user_id: str, node_id: str) -> Node:
        result = await self._client._request("PATCH", f"/users/{user_id}/nodes/{node_id}", {"resync": "BALANCE"})
        return Node.parse(result.data)

    async def iterate(self, user_id: str) -> AsyncIterator[Node]:
        page = 1
        while True:
            result = await self._client._request("GET", f"/users/{user_id}/nodes", {"page": str(page)})
            for raw in result.data["nodes"]:
                yield Node.parse(raw)
            if page >= result.data.get("page_count", 1):
                return
            page += 1


class AsyncSynapse:
    nodes: Nodes

    def __init__(
        self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1", timeout: float = 60
    ) -> None:
        self._base_url = base_url
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        for name, resource in Resource.registry.items():
            setattr(self, name, resource(self))

    async def _request(self, method: str, path: str, params: dict[str, str] | None = None) -> Result:
        async with aiohttp.ClientSession(headers=self._headers, timeout=self._timeout) as session:
            async with session.request(method, self._base_url + path, params=params) as response:
                return Result(response.status, await response.json(content_type=None))
