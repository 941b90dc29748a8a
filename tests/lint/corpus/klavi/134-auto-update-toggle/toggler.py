"""Switches automatic updates on or off for many connections."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from protocol import OUR_SETUP, MisconfiguredPartner, UpdateCode, UpdateRefused

logger = logging.getLogger(__name__)

KLAVI = "https://api.klavi.ai"
WORKERS = 4


@dataclass
class BatchResult:
    done: list[str] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)
    aborted_by: int | None = None


class Toggler:
    def __init__(self, partner_code: str, partner_token: str, base_url: str = KLAVI) -> None:
        self._base_url = base_url
        self._headers = {"X-Partner-Code": partner_code, "X-Partner-Token": partner_token}

    async def _set(self, session: aiohttp.ClientSession, key: str, allow: bool) -> None:
        payload: dict[str, Any] = {"connectionKey": key, "allowAutoUpdate": allow}
        async with session.put(f"{self._base_url}/user-data/v1/auto-update", json=payload) as response:
            body = await response.json(content_type=None)
        code = int(body["code"])
        if code == UpdateCode.OK:
            return
        error = MisconfiguredPartner if code in OUR_SETUP else UpdateRefused
        raise error(key, code, body.get("message", ""))

    async def _worker(
        self,
        session: aiohttp.ClientSession,
        queue: asyncio.Queue[str],
        allow: bool,
        result: BatchResult,
    ) -> None:
        while True:
            key = await queue.get()
            try:
                if result.aborted_by is None:
                    await self._set(session, key, allow)
                    result.done.append(key)
            except MisconfiguredPartner as exc:
                logger.error("giving up on the batch: %s", exc)
                result.aborted_by = exc.code
                result.refused[key] = exc.code
            except UpdateRefused as exc:
                logger.warning("refused: %s", exc)
                result.refused[key] = exc.code
            finally:
                queue.task_done()

    async def run(self, keys: Iterable[str], *, allow: bool) -> BatchResult:
        result = BatchResult()
        queue: asyncio.Queue[str] = asyncio.Queue()
        for key in dict.fromkeys(keys):
            queue.put_nowait(key)
        async with aiohttp.ClientSession(headers=self._headers) as session:
            workers = [
                asyncio.create_task(self._worker(session, queue, allow, result)) for _ in range(WORKERS)
            ]
            joined = asyncio.create_task(queue.join())
            await asyncio.wait({joined, *workers}, return_when=asyncio.FIRST_COMPLETED)
            for task in (joined, *workers):
                if task.done() and task.exception() is not None:
                    failure = task.exception()
                    break
            else:
                failure = None
            for task in (joined, *workers):
                task.cancel()
            await asyncio.gather(joined, *workers, return_exceptions=True)
        if failure is not None:
            raise failure
        return result
