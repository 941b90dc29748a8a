from __future__ import annotations

import asyncio
import logging
from typing import Any, TypedDict

import aiohttp

from errors import KlaviError, Registering, error_for

log = logging.getLogger(__name__)


class Report(TypedDict):
    rows: list[dict[str, Any]]
    gaps: list[str]


GAPS = {
    201: "user has to authorize more data",
    202: "transactions missing at the source",
    203: "no cpf in the report",
}


class IncomeReports:
    def __init__(self, base_url: str, token: str, *, registration_waits: int = 2) -> None:
        self.base_url = base_url
        self.token = token
        self.registration_waits = registration_waits

    async def _get(self, session: aiohttp.ClientSession, cpf: str) -> dict[str, Any]:
        for attempt in (1, 2, 3):
            try:
                async with session.get(f"{self.base_url}/report/income", params={"cpf": cpf}) as resp:
                    return await resp.json(content_type=None)
            except aiohttp.ClientConnectorError:
                if attempt == 3:
                    raise
                await asyncio.sleep(attempt)
        raise RuntimeError("not reached")

    @staticmethod
    def _open(body: dict[str, Any]) -> Report:
        code = int(body["code"])
        if code == 200 or code in GAPS:
            gaps = [GAPS[code]] if code in GAPS else []
            return Report(rows=body.get("data") or [], gaps=gaps)
        raise error_for(code, body.get("message", ""))

    async def fetch(self, cpf: str) -> Report:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            waits = 0
            while True:
                try:
                    return self._open(await self._get(session, cpf))
                except Registering as e:
                    if waits == self.registration_waits:
                        raise
                    waits += 1
                    log.info("%s, again in %d minutes", e, e.after_minutes)
                    await asyncio.sleep(e.after_minutes * 60)

    async def fetch_many(self, cpfs: list[str]) -> dict[str, Report | KlaviError]:
        found = await asyncio.gather(*(self.fetch(c) for c in cpfs), return_exceptions=True)
        out: dict[str, Report | KlaviError] = {}
        for cpf, item in zip(cpfs, found):
            if isinstance(item, BaseException) and not isinstance(item, KlaviError):
                raise item
            out[cpf] = item
        return out
