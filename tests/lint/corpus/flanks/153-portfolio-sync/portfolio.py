"""Waits for the extraction of a credential and loads its portfolio."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol, Self

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from errors import BankDown, FlanksError, SecurityChecks, StillProcessing, build


class Requeue(Protocol):
    async def __call__(self, token: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Portfolio:
    accounts: list[dict[str, Any]]
    investments: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Deferred:
    reason: FlanksError
    at: datetime


class FlanksApi:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    @asynccontextmanager
    async def open(cls, token: str, base_url: str = "https://api.flanks.io") -> AsyncIterator[Self]:
        headers = {"Authorization": f"Bearer {token}"}
        wire = httpx.AsyncHTTPTransport(retries=2)
        async with httpx.AsyncClient(base_url=base_url, headers=headers, transport=wire, timeout=30) as http:
            yield cls(http)

    async def _post(self, path: str, payload: dict[str, Any]) -> Any:
        response = await self._http.post(path, json=payload)
        try:
            body = response.json()
        except ValueError:
            body = None
        fields = body if isinstance(body, dict) else {}
        code = fields.get("error_code")
        if response.status_code != 200 or code is not None:
            text = fields.get("error") or fields.get("message") or response.reason_phrase
            raise build(response.status_code, code, text)
        return body

    @retry(
        retry=retry_if_exception_type(StillProcessing),
        wait=wait_fixed(20),
        stop=stop_after_attempt(30),
        reraise=True,
    )
    async def load(self, kind: str, credentials_token: str) -> list[dict[str, Any]]:
        return await self._post(f"/v0/{kind}", {"credentials_token": credentials_token})

    async def portfolio(self, credentials_token: str) -> Portfolio:
        async with asyncio.TaskGroup() as group:
            accounts = group.create_task(self.load("bank/credentials/account", credentials_token))
            holdings = group.create_task(self.load("bank/credentials/investment", credentials_token))
        return Portfolio(accounts.result(), holdings.result())


async def sync(api: FlanksApi, requeue: Requeue, credentials_token: str) -> Portfolio | Deferred:
    try:
        return await api.portfolio(credentials_token)
    except* (BankDown, SecurityChecks) as group:
        waiting = [e for e in group.exceptions if isinstance(e, FlanksError)]
    reason = max(waiting, key=lambda e: e.retry_in or timedelta())
    at = datetime.now(timezone.utc) + (reason.retry_in or timedelta())
    await requeue(credentials_token, at)
    return Deferred(reason, at)
