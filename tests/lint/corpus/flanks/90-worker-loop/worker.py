"""Takes credentials from a queue and reads their accounts. A job is never put back."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

import aiohttp

log = logging.getLogger(__name__)

STOP = object()


class AccountsRefused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


@dataclass
class Done:
    accounts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    refused: dict[str, AccountsRefused] = field(default_factory=dict)


class Worker:
    def __init__(self, session: aiohttp.ClientSession, base_url: str = "https://api.flanks.io") -> None:
        self.session = session
        self.base_url = base_url
        self.done = Done()

    async def _accounts(self, token: str) -> list[dict[str, Any]]:
        async with self.session.post(f"{self.base_url}/v0/bank/account", json={"credentials_token": token}) as reply:
            body = await reply.json()
            if reply.status != 200 or body.get("error_code") is not None:
                raise AccountsRefused(reply.status, body)
            return body["accounts"]

    async def run(self, queue: asyncio.Queue[Any]) -> None:
        while True:
            token = await queue.get()
            if token is STOP:
                break
            try:
                self.done.accounts[token] = await self._accounts(token)
            except AccountsRefused as exc:
                log.warning("refused: %s/%s", exc.status, exc.body.get("error_code"))
                self.done.refused[token] = exc
                await asyncio.sleep(1)
            finally:
                queue.task_done()


async def work(access_token: str, tokens: list[str], base_url: str = "https://api.flanks.io") -> Done:
    queue: asyncio.Queue[Any] = asyncio.Queue()
    for token in tokens:
        queue.put_nowait(token)
    queue.put_nowait(STOP)
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {access_token}"}) as session:
        worker = Worker(session, base_url)
        await worker.run(queue)
        return worker.done
