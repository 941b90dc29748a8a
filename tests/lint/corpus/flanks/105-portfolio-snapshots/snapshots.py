from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx

from desk import Desk
from outcomes import BankDown, NotYet, OnHold, Outcome, Refused, Snapshot, Ticketed, UserAction

INCOMPLETE, PROCESSING, SCA_ERROR = 20001, 20002, 20003
BANK_ERROR, CREDENTIALS_ERROR, SCA_REQUIRED = 50001, 50002, 50003


class Snapshots:
    def __init__(self, access_token: str, desk: Desk, base_url: str = "https://api.flanks.io",
                 polls: int = 12, every: float = 20.0) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url, timeout=30, headers={"Authorization": f"Bearer {access_token}"}
        )
        self._desk = desk
        self._polls = polls
        self._every = every

    async def _ask(self, path: str, token: str) -> tuple[int, Any]:
        resp = await self._http.post(path, json={"credentials_token": token})
        try:
            return resp.status_code, resp.json()
        except ValueError:
            return resp.status_code, {"error": resp.text[:200]}

    async def snapshot(self, token: str) -> Outcome:
        status, body = await self._ask("/v0/bank/investments/portfolio", token)
        for _ in range(self._polls):
            if not _processing(body):
                break
            await asyncio.sleep(self._every)
            code, seen = await self._ask("/v0/credentials/status", token)
            if code != 200 or not isinstance(seen, dict):
                status, body = code, seen
            elif seen.get("created") or seen.get("errored"):
                status, body = await self._ask("/v0/bank/investments/portfolio", token)
        return await self._settle(token, status, body)

    async def _settle(self, token: str, status: int, body: Any) -> Outcome:
        if status == 200 and isinstance(body, list):
            gaps = sorted({key for item in body for key, value in item.items() if value is None})
            return Snapshot(token, body, tuple(gaps))
        if not isinstance(body, dict):
            return Refused(token, status, None, repr(body)[:200])
        text = str(body.get("error") or body.get("message") or "")
        match body.get("error_code"):
            case 20002:
                return NotYet(token)
            case 20003:
                return OnHold(token, datetime.now(timezone.utc) + timedelta(hours=48))
            case 20001:
                return Ticketed(token, await self._desk.open("Flanks 20001", f"{token}: {text}"))
            case 50001:
                return BankDown(token, text)
            case (50002 | 50003) as code:
                return UserAction(token, code, text)
            case code:
                return Refused(token, status, code, text)

    async def run(self, tokens: list[str]) -> tuple[list[Outcome], Counter[str]]:
        gate = asyncio.Semaphore(5)

        async def one(token: str) -> Outcome:
            async with gate:
                return await self.snapshot(token)

        outcomes = list(await asyncio.gather(*map(one, tokens)))
        return outcomes, Counter(type(outcome).__name__ for outcome in outcomes)


def _processing(body: Any) -> bool:
    return isinstance(body, dict) and body.get("error_code") == PROCESSING
