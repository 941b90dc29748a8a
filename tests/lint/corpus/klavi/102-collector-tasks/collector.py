"""Collects the reports of several links at once."""
from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, TypedDict

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_result, stop_after_attempt

from codes import KlaviCode, Next
from results import Err, Ok, Result


class Report(TypedDict):
    link: str
    accounts: list[dict[str, Any]]
    complete: bool


def _come_back(result: Result[Report]) -> bool:
    match result:
        case Err(code=KlaviCode(next=Next.AGAIN)):
            return True
        case _:
            return False


def _pace(state: RetryCallState) -> float:
    return min(15.0 * 2 ** (state.attempt_number - 1), 120.0)


def _last(state: RetryCallState) -> Result[Report]:
    assert state.outcome is not None
    return state.outcome.result()


class Collector:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", parallel: int = 4) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url, timeout=40, headers={"Authorization": f"Bearer {token}"}
        )
        self._gate = asyncio.Semaphore(parallel)

    async def __aenter__(self) -> Collector:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def _once(self, link: str) -> Result[Report]:
        async with self._gate:
            resp = await self._http.post("/data/v1/reports", json={"linkId": link})
        body = resp.json()
        code = KlaviCode.parse(body.get("code"))
        if code is not None and code.next is Next.FINISH:
            data = body.get("data") or {}
            return Ok(Report(link=link, accounts=data.get("accounts", []), complete=True))
        return Err(code, str(body.get("code")), body.get("message", ""))

    async def collect(self, link: str) -> Result[Report]:
        retrying = AsyncRetrying(
            retry=retry_if_result(_come_back),
            wait=_pace,
            stop=stop_after_attempt(4),
            retry_error_callback=_last,
        )
        return await retrying(self._once, link)

    async def collect_all(self, links: Iterable[str]) -> dict[str, Result[Report]]:
        async with asyncio.TaskGroup() as group:
            tasks = {link: group.create_task(self.collect(link)) for link in links}
        return {link: task.result() for link, task in tasks.items()}
