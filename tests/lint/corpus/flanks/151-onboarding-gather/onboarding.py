"""Exchanges the link codes collected during the day for credentials tokens."""
from __future__ import annotations

import asyncio
import logging
import sqlite3
from dataclasses import dataclass
from typing import Iterable

import aiohttp

log = logging.getLogger("onboarding")

BANK_PAUSE = 300


@dataclass(frozen=True, slots=True)
class Onboarded:
    customer: str
    credentials_token: str
    state: str


class FlanksError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"{status} {code} {text}")
        self.status = status
        self.code = code


class TokenStore:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path)
        self.db.execute("CREATE TABLE IF NOT EXISTS tokens (customer TEXT PRIMARY KEY, token TEXT, state TEXT)")

    def save(self, items: Iterable[Onboarded]) -> None:
        rows = [(i.customer, i.credentials_token, i.state) for i in items]
        self.db.executemany("INSERT OR REPLACE INTO tokens VALUES (?, ?, ?)", rows)
        self.db.commit()

    def ready_for_sync(self) -> list[str]:
        return [t for (t,) in self.db.execute("SELECT token FROM tokens WHERE state = 'active'")]


class Onboarding:
    def __init__(self, api_token: str, store: TokenStore, base_url: str = "https://api.flanks.io", width: int = 8) -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {api_token}"}
        self.store = store
        self.gate = asyncio.Semaphore(width)

    async def exchange(self, session: aiohttp.ClientSession, customer: str, link_code: str) -> Onboarded:
        for left in (2, 1, 0):
            async with self.gate, session.post(
                f"{self.base_url}/v0/links/exchange", json={"code": link_code}
            ) as resp:
                body = await resp.json(content_type=None)
                status = resp.status
            if status < 300:
                return Onboarded(customer, body["credentials_token"], "active")
            code = body.get("error_code")
            if code == 50001 and left:
                await asyncio.sleep(BANK_PAUSE)
                continue
            raise FlanksError(status, code, body.get("error", ""))
        raise AssertionError

    async def run(self, pairs: list[tuple[str, str]]) -> list[Onboarded]:
        async with aiohttp.ClientSession(headers=self.headers) as session:
            jobs = (self.exchange(session, customer, code) for customer, code in pairs)
            results = await asyncio.gather(*jobs, return_exceptions=True)
        done = [r for r in results if isinstance(r, Onboarded)]
        self.store.save(done)
        log.info("onboarding finished: %d customers", len(done))
        return done


def main() -> None:
    import csv
    import os
    import sys

    logging.basicConfig(level=logging.INFO)
    with open(sys.argv[1], newline="") as fh:
        pairs = [(row[0], row[1]) for row in csv.reader(fh)]

    async def go() -> None:
        await Onboarding(os.environ["FLANKS_TOKEN"], TokenStore("tokens.db")).run(pairs)

    asyncio.run(go())


if __name__ == "__main__":
    main()
