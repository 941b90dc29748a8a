"""Open Data login and report at Klavi, async."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp

from retrying_rules import MAX_ATTEMPTS, delay, is_temporary

log = logging.getLogger("open_data")


class OpenDataError(RuntimeError):
    def __init__(self, code: int, payload: dict[str, Any]) -> None:
        super().__init__(f"open data call failed with {code}")
        self.code = code
        self.payload = payload


class OpenData:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai/open-data/v1") -> None:
        self._base = base_url
        self._token = token

    async def _send(self, session: aiohttp.ClientSession, path: str, data: dict[str, Any]) -> dict[str, Any]:
        async with session.post(self._base + path, json=data) as response:
            return await response.json()

    async def connect(self, cpf: str, login: str, password: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        form = {"cpf": cpf, "login": login, "password": password}
        async with aiohttp.ClientSession(headers=headers) as session:
            for attempt in range(1, MAX_ATTEMPTS + 1):
                answer = await self._send(session, "/connections", form)
                code = answer["code"]
                if code == 200:
                    return answer["data"]
                if not is_temporary(code) or attempt == MAX_ATTEMPTS:
                    raise OpenDataError(code, answer)
                log.warning("code %d on attempt %d", code, attempt)
                await asyncio.sleep(delay(attempt))
        raise AssertionError("unreachable")
