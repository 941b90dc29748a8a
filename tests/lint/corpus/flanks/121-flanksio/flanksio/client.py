from __future__ import annotations

import asyncio
import time
from collections.abc import Generator
from typing import Any

import httpx

from .auth import FlanksAuth, _json
from .errors import StillProcessing, from_response
from .models import Account, LinkedToken, Status

URL = "https://api.flanks.io"
Step = tuple[str, dict[str, Any], tuple[int, ...]]
Plan = Generator["Step | float", Any, Any]


def accounts_plan(token: str, every: float, patience: int) -> Plan:
    body = {"credentials_token": token}
    while True:
        try:
            rows = yield "/v0/bank/credentials/account", body, (200,)
        except StillProcessing:
            if patience <= 0:
                raise
        else:
            return [Account.model_validate(r) for r in rows]
        status = Status(pending=True)
        while status.pending and patience > 0:
            patience -= 1
            yield every
            status = Status.model_validate((yield "/v0/credentials/status", body, (200,)))


def token_plan(link_code: str) -> Plan:
    return LinkedToken.model_validate((yield "/v0/platform/link/exchange", {"code": link_code}, (200, 202)))


def _opened(response: httpx.Response, fine: tuple[int, ...]) -> Any:
    if response.status_code in fine:
        return response.json()
    raise from_response(response.status_code, _json(response))


class Flanks:
    def __init__(self, auth: FlanksAuth, base_url: str = URL, every: float = 15, patience: int = 20) -> None:
        self._http = httpx.Client(base_url=base_url, auth=auth, timeout=60)
        self._poll = every, patience

    def _follow(self, plan: Plan) -> Any:
        try:
            step = next(plan)
            while True:
                if isinstance(step, float | int):
                    step = plan.send(time.sleep(step))
                    continue
                try:
                    got = _opened(self._http.post(step[0], json=step[1]), step[2])
                except StillProcessing as exc:
                    step = plan.throw(exc)
                else:
                    step = plan.send(got)
        except StopIteration as end:
            return end.value

    def exchange(self, link_code: str) -> LinkedToken:
        return self._follow(token_plan(link_code))

    def accounts(self, credentials_token: str) -> list[Account]:
        return self._follow(accounts_plan(credentials_token, *self._poll))


class AsyncFlanks:
    def __init__(self, auth: FlanksAuth, base_url: str = URL, every: float = 15, patience: int = 20) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, auth=auth, timeout=60)
        self._poll = every, patience

    async def _follow(self, plan: Plan) -> Any:
        try:
            step = next(plan)
            while True:
                if isinstance(step, float | int):
                    step = plan.send(await asyncio.sleep(step))
                    continue
                try:
                    got = _opened(await self._http.post(step[0], json=step[1]), step[2])
                except StillProcessing as exc:
                    step = plan.throw(exc)
                else:
                    step = plan.send(got)
        except StopIteration as end:
            return end.value

    async def exchange(self, link_code: str) -> LinkedToken:
        return await self._follow(token_plan(link_code))

    async def accounts(self, credentials_token: str) -> list[Account]:
        return await self._follow(accounts_plan(credentials_token, *self._poll))
