from __future__ import annotations

import asyncio
import enum
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp


class Gap(enum.IntEnum):
    EXTRA_AUTHORIZATION = 201
    TRANSACTIONS = 202
    CPF = 203


HALF_HOUR = timedelta(minutes=30)
ONE_DAY = timedelta(days=1)
NOT_NOW = {406: ONE_DAY, 414: ONE_DAY}


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class Postponed(KlaviError):
    def __init__(self, code: int, message: str, wait: timedelta) -> None:
        super().__init__(code, message)
        self.wait = wait


@dataclass(slots=True)
class Report:
    data: dict[str, Any]
    gaps: set[Gap] = field(default_factory=set)

    @property
    def complete(self) -> bool:
        return not self.gaps


class ReportReader:
    def __init__(self, base_url: str, partner: str, token: str) -> None:
        self._base = base_url
        self._headers = {"X-Partner": partner, "X-Token": token}

    async def _get(self, session: aiohttp.ClientSession, trace_id: str) -> dict[str, Any]:
        async with session.get(f"{self._base}/data/v1/report/{trace_id}") as response:
            return await response.json(content_type=None)

    async def read(self, trace_id: str) -> Report:
        registration_waits, throttled = 0, 0
        async with aiohttp.ClientSession(headers=self._headers) as session:
            while True:
                body = await self._get(session, trace_id)
                code, message = int(body["code"]), str(body.get("message", ""))
                match code:
                    case 200:
                        return Report(body["data"])
                    case 201 | 202 | 203:
                        return Report(body.get("data") or {}, {Gap(code)})
                    case 415 if registration_waits < 2:
                        registration_waits += 1
                        await asyncio.sleep(HALF_HOUR.total_seconds())
                    case 429 if throttled < 4:
                        throttled += 1
                        await asyncio.sleep(30 * 2**throttled)
                    case 406 | 414:
                        raise Postponed(code, message, NOT_NOW[code])
                    case _:
                        raise KlaviError(code, message)
