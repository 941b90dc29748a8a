"""Waits until Flanks has the data of a credential, telling the browser about it meanwhile."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Literal

import aiohttp

from faults import StillProcessing, fault_for

log = logging.getLogger("flanks.watch")


@dataclass(frozen=True)
class Progress:
    state: Literal["waiting", "ready"]
    poll: int
    accounts: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Cadence:
    every: float = 20.0
    polls: int = 30


class CredentialWatch:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        base_url: str = "https://api.flanks.io",
        cadence: Cadence = Cadence(),
    ) -> None:
        self._session = session
        self._base_url = base_url
        self._cadence = cadence

    async def _accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        payload = {"credentials_token": credentials_token}
        async with self._session.post(f"{self._base_url}/v0/bank/credentials/account", json=payload) as reply:
            body = await reply.json(content_type=None)
            if reply.status != 200 or body.get("error_code") is not None:
                raise fault_for(reply.status, body)
        return body["accounts"] or []

    async def follow(self, credentials_token: str) -> AsyncIterator[Progress]:
        """Ends with a 'ready' progress, or with the fault."""
        for poll in range(1, self._cadence.polls + 1):
            try:
                accounts = await self._accounts(credentials_token)
            except StillProcessing:
                if poll == self._cadence.polls:
                    raise
                yield Progress("waiting", poll)
                await asyncio.sleep(self._cadence.every)
            else:
                yield Progress("ready", poll, tuple(accounts))
                return

    async def result(self, credentials_token: str) -> Progress:
        last: Progress | None = None
        async for progress in self.follow(credentials_token):
            log.debug("poll %d: %s", progress.poll, progress.state)
            last = progress
        assert last is not None
        return last
