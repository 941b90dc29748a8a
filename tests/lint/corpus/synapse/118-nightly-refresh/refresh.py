"""Refreshes the transactions of every linked account, at night."""
from __future__ import annotations

import asyncio
from typing import Iterable

import aiohttp

from outcomes import Outcome, Tally

ROUNDS = 3
BETWEEN_ROUNDS = 45 * 60


class NightlyRefresh:
    def __init__(self, oauth_key: str, base_url: str = "https://api.synapsefi.com", width: int = 5) -> None:
        self.base_url = base_url
        self.headers = {"X-SP-USER": f"{oauth_key}|nightly"}
        self.gate = asyncio.Semaphore(width)

    async def _refresh(self, http: aiohttp.ClientSession, user: str, node: str, tally: Tally) -> Outcome:
        url = f"{self.base_url}/v3.1/users/{user}/nodes/{node}"
        async with self.gate, http.patch(url, params={"refresh": "yes"}, json={}) as answer:
            body = await answer.json(content_type=None)
        outcome = Outcome.of(answer.status, body)
        tally.put(node, outcome, body)
        return outcome

    async def run(self, accounts: Iterable[tuple[str, str]]) -> Tally:
        todo = list(accounts)
        tally = Tally()
        async with aiohttp.ClientSession(headers=self.headers) as http:
            for turn in range(ROUNDS):
                if turn:
                    await asyncio.sleep(BETWEEN_ROUNDS)
                results = await asyncio.gather(*(self._refresh(http, user, node, tally) for user, node in todo))
                todo = [account for account, outcome in zip(todo, results) if outcome is Outcome.BANK_DOWN]
                if not todo:
                    break
        return tally
