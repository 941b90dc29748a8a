from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import aiohttp

from klavi_codes import INCOMPLETE, OK, THROTTLED

logger = logging.getLogger(__name__)


class KlaviError(Exception):
    def __init__(self, cpf: str, code: str, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.cpf = cpf
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Report:
    cpf: str
    data: dict[str, Any]
    gaps: dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return not self.gaps


class KlaviReports:
    def __init__(self, base_url: str, partner_code: str, partner_token: str) -> None:
        self._base_url = base_url
        self._params = {"partnerCode": partner_code, "partnerToken": partner_token}
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(4)

    async def __aenter__(self) -> "KlaviReports":
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, kind: type | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        assert self._session is not None
        await self._session.close()

    async def report(self, cpf: str) -> Report:
        async with self._slots:
            body = await self._get(cpf)
            code = str(body["code"])
            if code == THROTTLED:
                logger.info("throttled, resting a minute")
                await asyncio.sleep(60)
                body = await self._get(cpf)
                code = str(body["code"])
        if code == OK:
            return Report(cpf, body["data"])
        gap = INCOMPLETE.get(code)
        if gap is not None:
            return Report(cpf, body.get("data") or {}, {code: gap})
        raise KlaviError(cpf, code, body.get("message", ""))

    async def _get(self, cpf: str) -> dict[str, Any]:
        assert self._session is not None
        url = f"{self._base_url}/data/v1/reports/{cpf}"
        async with self._session.get(url, params=self._params) as response:
            return await response.json(content_type=None)
