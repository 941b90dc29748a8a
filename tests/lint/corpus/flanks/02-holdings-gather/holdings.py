from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Iterable, Iterator

import httpx
import msgspec

from outcome import Err, ErrorBody, Ok, Outcome
from retry_table import pauses


class Holdings:
    def __init__(
        self,
        base_url: str,
        bearer: Callable[[], Awaitable[str]],
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
        width: int = 4,
    ) -> None:
        self._base_url = base_url
        self._bearer = bearer
        self._sleep = sleep
        self._width = width

    async def all(self, tokens: Iterable[str]) -> dict[str, Outcome]:
        tokens = list(tokens)
        gate = asyncio.Semaphore(self._width)
        async with httpx.AsyncClient(base_url=self._base_url, timeout=30) as http:
            found = await asyncio.gather(*(self._one(http, gate, token) for token in tokens))
        return dict(zip(tokens, found))

    async def _one(self, http: httpx.AsyncClient, gate: asyncio.Semaphore, token: str) -> Outcome:
        running: dict[int | None, Iterator[float]] = {}
        while True:
            async with gate:
                outcome = await self._fetch(http, token)
            if isinstance(outcome, Ok):
                return outcome
            pause = next(running.setdefault(outcome.code, pauses(outcome.code)), None)
            if pause is None:
                return outcome
            await self._sleep(pause)

    async def _fetch(self, http: httpx.AsyncClient, token: str) -> Outcome:
        resp = await http.post(
            "/v0/bank/credentials/portfolio",
            json={"credentials_token": token},
            headers={"Authorization": f"Bearer {await self._bearer()}"},
        )
        if resp.status_code == 200:
            return Ok(msgspec.json.decode(resp.content, type=list[dict[str, Any]]))
        body = msgspec.json.decode(resp.content, type=ErrorBody)
        return Err(resp.status_code, body.error_code, body.error or body.message)
