"""Collects a client's entities in parallel right after onboarding."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import IntEnum
from typing import Any

import aiohttp


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksProblem(Exception):
    def __init__(self, status: int, code: Code | int | None, text: str) -> None:
        super().__init__(status, code, text)
        self.status, self.code, self.text = status, code, text


def _code(raw: int | None) -> Code | int | None:
    try:
        return None if raw is None else Code(raw)
    except ValueError:
        return raw


class Onboarding:
    def __init__(
        self, new_token: Callable[[], Awaitable[str]], base_url: str = "https://api.flanks.io", polls: int = 60
    ) -> None:
        self._new_token = new_token
        self._base = base_url
        self._polls = polls
        self._token: str | None = None

    async def _post(self, path: str, body: dict[str, Any], fresh: bool = False) -> Any:
        if fresh or self._token is None:
            self._token = await self._new_token()
        async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._token}"}) as http:
            async with http.post(self._base + path, json=body) as resp:
                doc = await resp.json(content_type=None)
        if resp.status == 200:
            return doc
        if resp.status == 401 and not fresh:
            return await self._post(path, body, fresh=True)
        raise FlanksProblem(resp.status, _code(doc.get("error_code")), doc.get("error") or doc.get("message", ""))

    async def _settled(self, credentials: str) -> None:
        for _ in range(self._polls):
            status = await self._post("/v0/credentials/status", {"credentials_token": credentials})
            if not status.get("pending"):
                return
            await asyncio.sleep(30)

    async def entity(self, name: str, credentials: str) -> list[dict[str, Any]]:
        for chance in range(3):
            try:
                return await self._post(f"/v0/{name}", {"credentials_token": credentials})
            except FlanksProblem as problem:
                if problem.code is not Code.PROCESSING or chance == 2:
                    raise
            await asyncio.sleep(30)
            await self._settled(credentials)
        return []

    async def everything(self, credentials: str) -> tuple[dict[str, Any], dict[str, FlanksProblem]]:
        names = ("accounts", "cards", "portfolios", "loans")
        answers = await asyncio.gather(*(self.entity(n, credentials) for n in names), return_exceptions=True)
        good: dict[str, Any] = {}
        bad: dict[str, FlanksProblem] = {}
        for name, answer in zip(names, answers):
            if isinstance(answer, FlanksProblem):
                bad[name] = answer
            elif isinstance(answer, BaseException):
                raise answer
            else:
                good[name] = answer
        return good, bad
