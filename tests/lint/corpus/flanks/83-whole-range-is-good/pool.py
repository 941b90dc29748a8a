"""Small async pool for Flanks calls."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp

SUCCESS = range(200, 300)


@dataclass(frozen=True)
class Reply:
    status: int
    body: dict[str, Any]


class FlanksError(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(f"{reply.status} {reply.body.get('error_code')} {reply.body.get('error')}")
        self.reply = reply


class Pool:
    def __init__(self, session: aiohttp.ClientSession, base_url: str, size: int = 4) -> None:
        self.session = session
        self.base_url = base_url
        self.gate = asyncio.Semaphore(size)

    async def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        async with self.gate, self.session.post(self.base_url + path, json=payload) as response:
            reply = Reply(response.status, await response.json())
        if reply.status not in SUCCESS:
            raise FlanksError(reply)
        return reply.body
