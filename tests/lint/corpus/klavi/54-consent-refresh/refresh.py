"""Asks Klavi to update the data of every consumer whose last pull is stale."""
from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

WORKERS = 6

# our own account is wrong, so no other consumer can succeed either
PARTNER_FAULTS = {701, 702, 703, 704}
REASONS = {
    600: "route",
    601: "consumer switched auto update off",
    602: "request",
    708: "request",
    431: "update quota used up",
    432: "institution down",
}


class PartnerRejected(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


@dataclass
class Batch:
    updated: list[str] = field(default_factory=list)
    refused: dict[str, tuple[int, str]] = field(default_factory=dict)
    unreachable: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return not self.refused and not self.unreachable


class Refresher:
    def __init__(self, base_url: str, headers: dict[str, str]) -> None:
        self.base_url = base_url.rstrip("/")
        self.headers = headers

    async def _post(self, session: aiohttp.ClientSession, key: str) -> dict[str, Any]:
        payload = {"connectionKey": key, "allowAutoUpdate": True}
        for left in (2, 1, 0):
            try:
                async with session.post(f"{self.base_url}/user-data/update", json=payload) as response:
                    return await response.json(content_type=None)
            except aiohttp.ClientConnectorError:
                if not left:
                    raise
                await asyncio.sleep(3)
        raise AssertionError("unreachable")

    async def _worker(self, session: aiohttp.ClientSession, todo: asyncio.Queue[str], batch: Batch) -> None:
        while True:
            try:
                key = todo.get_nowait()
            except asyncio.QueueEmpty:
                return
            try:
                body = await self._post(session, key)
            except aiohttp.ClientError as exc:
                batch.unreachable[key] = repr(exc)
                continue
            code = int(body["code"])
            if code == 200:
                batch.updated.append(key)
            elif code in PARTNER_FAULTS:
                raise PartnerRejected(code, body.get("message", ""))
            else:
                batch.refused[key] = (code, REASONS.get(code) or body.get("message", ""))

    async def run(self, keys: Iterable[str]) -> Batch:
        todo: asyncio.Queue[str] = asyncio.Queue()
        for key in keys:
            todo.put_nowait(key)
        batch = Batch()
        async with aiohttp.ClientSession(headers=self.headers) as session:
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(min(WORKERS, todo.qsize())):
                        group.create_task(self._worker(session, todo, batch))
            except ExceptionGroup as group_of_faults:
                partner, rest = group_of_faults.split(PartnerRejected)
                if partner is None or rest is not None:
                    raise
                raise partner.exceptions[0] from None
        return batch
