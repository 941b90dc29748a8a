"""Imports an employee's bank statement, to check where the salary goes."""
from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

import aiohttp

from failures import Advice, KhipuFailure, NothingThere
from repeat import as_advised
from settings import KhipuSettings


@dataclass(frozen=True, slots=True)
class Line:
    day: str
    amount: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class BankLogin:
    bank: str
    username: str
    password: str


class StatementSource:
    def __init__(self, settings: KhipuSettings) -> None:
        self.settings = settings
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(
            headers={"x-api-key": self.settings.api_key},
            timeout=aiohttp.ClientTimeout(total=self.settings.read_timeout),
        )
        return self

    async def __aexit__(self, *exc: object) -> None:
        assert self._http is not None
        await self._http.close()

    @as_advised
    async def statement(self, login: BankLogin, month: str) -> list[Line]:
        body = {"Username": login.username, "Password": login.password, "Month": month}
        data = await self._post(f"/v1/cl/banks/{login.bank}/statements", body)
        return [Line(m["Date"], Decimal(str(m["Amount"])), m.get("Text", "")) for m in data.get("Movements") or []]

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        assert self._http is not None
        async with self._http.post(self.settings.base_url + path, json=body) as response:
            text = await response.text()
        try:
            reply = json.loads(text)
        except ValueError:
            reply = None
        if not isinstance(reply, dict) or "Status" not in reply:
            raise KhipuFailure("", Advice.UNKNOWN, text[:200], response.status)
        if reply["Status"] == "OK":
            return reply.get("Data") or {}
        error = reply.get("Error") or {}
        kind = NothingThere if str(error.get("Code", "")).startswith("E3") else KhipuFailure
        raise kind.from_error(error, response.status)


async def import_statement(settings: KhipuSettings, login: BankLogin, month: str) -> list[Line]:
    async with StatementSource(settings) as source:
        return await source.statement(login, month)
