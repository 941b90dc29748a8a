"""What happens after a customer comes back from the Flanks Link."""
from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta, timezone
from typing import Any, NamedTuple

import httpx

SECURITY_CHECKS = 20003
PROCESSING = 20002


class FlanksProblem(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"{status} {code if code is not None else 'no code'}: {text}")
        self.status = status
        self.code = code
        self.text = text


class SupportTicket(FlanksProblem):
    """20001: only Flanks' support can go on."""


class AskCustomer(FlanksProblem):
    """Wrong credentials, or the bank wants its second factor."""


class BankClosed(FlanksProblem):
    """The bank's site is down; the customer may come back later."""


class Onboarded(NamedTuple):
    credentials_token: str
    accounts: list[dict[str, Any]]


class OnHold(NamedTuple):
    credentials_token: str
    not_before: datetime


class Onboarding:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", every: float = 10, rounds: int = 60) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)
        self._every = every
        self._rounds = rounds

    async def _call(self, path: str, accept: tuple[int, ...] = (200,), **payload: Any) -> Any:
        response = await self._http.post(path, json=payload)
        try:
            body = response.json()
        except json.JSONDecodeError:
            body = {"error": response.text}
        if response.status_code in accept:
            return body
        status, code, text = response.status_code, body.get("error_code"), body.get("error", "")
        match code:
            case 20001:
                raise SupportTicket(status, code, text)
            case 50001:
                raise BankClosed(status, code, text)
            case 50002 | 50003:
                raise AskCustomer(status, code, text)
            case _:
                raise FlanksProblem(status, code, text)

    async def _states(self, credentials_token: str) -> AsyncIterator[dict[str, Any]]:
        for _ in range(self._rounds):
            try:
                yield await self._call("/v0/credentials/status", credentials_token=credentials_token)
            except FlanksProblem as problem:
                if problem.code != PROCESSING:
                    raise
            await asyncio.sleep(self._every)

    async def finish(self, code: str) -> Onboarded | OnHold:
        """``code`` is the one-time value that Link put on the redirect URL."""
        issued = await self._call("/v0/platform/token", (200, 202), grant_type="authorization_code", code=code)
        credentials = issued["credentials_token"]
        if issued.get("error_code") == SECURITY_CHECKS:
            return self._hold(credentials)
        return await self.load(credentials)

    async def load(self, credentials: str) -> Onboarded | OnHold:
        try:
            return await self._load(credentials)
        except FlanksProblem as problem:
            if problem.code == SECURITY_CHECKS:
                return self._hold(credentials)
            raise

    async def _load(self, credentials: str) -> Onboarded:
        async for state in self._states(credentials):
            if state.get("errored"):
                raise SupportTicket(200, 20001, "a field of the credentials is errored")
            if state.get("pending") or state.get("created") is False:
                continue
            try:
                accounts = await self._call("/v0/bank/credentials/accounts", credentials_token=credentials)
            except FlanksProblem as problem:
                if problem.code == PROCESSING:
                    continue
                raise
            return Onboarded(credentials, accounts)
        raise TimeoutError(f"data of {credentials} still not there")

    @staticmethod
    def _hold(credentials: str) -> OnHold:
        return OnHold(credentials, datetime.now(timezone.utc) + timedelta(hours=48))
