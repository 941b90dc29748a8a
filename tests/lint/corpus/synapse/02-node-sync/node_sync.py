"""Nightly refresh of the linked bank nodes."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

import httpx
import stamina

from faults import RefreshUnsupported, RelinkNeeded, SyncFault

log = logging.getLogger("nodesync")
BASE = "https://api.synapsefi.com/v3.1"


@dataclass
class Night:
    refreshed: list[str] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    relink: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


class NodeSync:
    def __init__(self, headers: dict[str, str], base_url: str = BASE) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, headers=headers, timeout=45)

    async def aclose(self) -> None:
        await self._http.aclose()

    @stamina.retry(on=(SyncFault, httpx.TransportError), attempts=4, wait_initial=5.0, wait_max=90.0)
    async def refresh(self, user_id: str, node_id: str) -> bool:
        """True when the bank has taken the refresh but not finished it."""
        answer = await self._http.patch(f"/users/{user_id}/nodes/{node_id}", params={"refresh": "yes"})
        body = answer.json()
        if body.get("success") is False:
            raise SyncFault.from_body(body)
        return body.get("error_code") == "10"

    async def run(self, user_id: str, node_ids: Iterable[str]) -> Night:
        night = Night()
        gate = asyncio.Semaphore(5)

        async def one(node_id: str) -> None:
            async with gate:
                try:
                    pending = await self.refresh(user_id, node_id)
                except RelinkNeeded:
                    night.relink.append(node_id)
                except RefreshUnsupported:
                    night.unsupported.append(node_id)
                except SyncFault as fault:
                    log.warning("node %s: %s", node_id, fault)
                    night.failed[node_id] = fault.error_code
                else:
                    (night.pending if pending else night.refreshed).append(node_id)

        async with asyncio.TaskGroup() as group:
            for node_id in node_ids:
                group.create_task(one(node_id))
        return night
