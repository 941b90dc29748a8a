"""Copies the nodes of our users to the warehouse. Reads SynapseFI once, writes until the warehouse takes it."""
from __future__ import annotations

import logging
from typing import Any

import aiohttp
import stamina

log = logging.getLogger(__name__)

WAREHOUSE = "https://warehouse.internal.example/v2/rows"


class WarehouseError(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"warehouse: {status}")
        self.status = status


class SynapseReadError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"synapse: {status}/{body.get('error_code')}")
        self.status = status
        self.body = body


class Mirror:
    def __init__(
        self, session: aiohttp.ClientSession, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1"
    ) -> None:
        self.session = session
        self.headers = headers
        self.base_url = base_url

    async def read(self, user_id: str) -> list[dict[str, Any]]:
        async with self.session.get(f"{self.base_url}/users/{user_id}/nodes", headers=self.headers) as reply:
            body = await reply.json()
        if reply.status != 200 or body.get("error_code", "0") != "0":
            raise SynapseReadError(reply.status, body)
        return body["nodes"]

    @stamina.retry(on=(WarehouseError, aiohttp.ClientError), attempts=20, wait_initial=0.1)
    async def write(self, rows: list[dict[str, Any]]) -> None:
        async with self.session.put(WAREHOUSE, json={"rows": rows}) as reply:
            if reply.status >= 400:
                raise WarehouseError(reply.status)

    async def copy(self, user_id: str) -> int:
        rows = await self.read(user_id)
        await self.write(rows)
        log.info("%s: %d nodes", user_id, len(rows))
        return len(rows)
