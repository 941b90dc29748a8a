"""Streams what is known about a customer's holdings while Flanks is still collecting them."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from ports import BankDown, Rhythm, StillProcessing, Transport, checked


@dataclass(frozen=True)
class Waiting:
    reason: str


@dataclass(frozen=True)
class Holdings:
    portfolios: list[dict[str, Any]]


class HoldingsStream:
    def __init__(self, transport: Transport, rhythm: Rhythm = Rhythm()) -> None:
        self._transport, self._rhythm = transport, rhythm

    async def events(self, credentials_token: str) -> AsyncIterator[Waiting | Holdings]:
        who = {"credentials_token": credentials_token}
        bank_tries_left = self._rhythm.bank_tries
        collected_once = False
        while True:
            try:
                body = checked(await self._transport.post("v0/bank/credentials/portfolio", who))
            except StillProcessing:
                if collected_once:
                    raise
                yield Waiting("collecting")
                async for _ in self._until_created(who):
                    yield Waiting("collecting")
                collected_once = True
            except BankDown:
                bank_tries_left -= 1
                if not bank_tries_left:
                    raise
                yield Waiting("bank closed")
                await asyncio.sleep(self._rhythm.bank_breather.total_seconds())
            else:
                yield Holdings(body)
                return

    async def _until_created(self, who: dict[str, str]) -> AsyncIterator[int]:
        for turn in range(self._rhythm.progress_checks):
            await asyncio.sleep(self._rhythm.progress_every.total_seconds())
            state = checked(await self._transport.post("v0/credentials/status", who))
            if state.get("created") or state.get("errored"):
                return
            yield turn
        raise TimeoutError("still collecting after the last check")


async def final(stream: HoldingsStream, credentials_token: str) -> list[dict[str, Any]]:
    portfolios: list[dict[str, Any]] = []
    async for event in stream.events(credentials_token):
        match event:
            case Holdings(found):
                portfolios = found
            case Waiting(reason):
                print(f"{credentials_token[:6]}…: {reason}")
    return portfolios
