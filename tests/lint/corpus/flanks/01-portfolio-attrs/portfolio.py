from __future__ import annotations

import asyncio
from enum import IntEnum
from typing import Any

import attrs
import httpx


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@attrs.frozen
class Failure:
    status: int
    error: str
    error_code: int | None = None

    @classmethod
    def of(cls, response: httpx.Response) -> Failure:
        try:
            doc = response.json()
        except ValueError:
            return cls(response.status_code, response.text)
        return cls(response.status_code, doc.get("error") or doc.get("message", ""), doc.get("error_code"))


@attrs.define
class FlanksError(Exception):
    failure: Failure

    def __str__(self) -> str:
        f = self.failure
        label = f.error_code if f.error_code is not None else f"HTTP {f.status}"
        return f"{label}: {f.error}"


class StillProcessing(FlanksError):
    pass


@attrs.define
class Portfolio:
    http: httpx.AsyncClient
    credentials_token: str
    poll_every: float = 20.0
    polls: int = 30

    async def _post(self, path: str) -> Any:
        response = await self.http.post(path, json={"credentials_token": self.credentials_token})
        if response.status_code == 200:
            return response.json()
        failure = Failure.of(response)
        kind = StillProcessing if failure.error_code == Code.PROCESSING else FlanksError
        raise kind(failure)

    async def _settled(self) -> None:
        for _ in range(self.polls):
            await asyncio.sleep(self.poll_every)
            try:
                status = await self._post("/v0/credentials/status")
            except StillProcessing:
                continue
            if status.get("created"):
                return

    async def fetch(self) -> list[dict[str, Any]]:
        try:
            return await self._post("/v0/bank/portfolios")
        except StillProcessing:
            await self._settled()
        return await self._post("/v0/bank/portfolios")
