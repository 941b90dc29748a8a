"""Background worker that opens bank sessions; it may sleep for long."""
from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

import httpx

from policy import GIVE_UP, RULES


class KlaviError(Exception):
    def __init__(self, code: int, message: str, data: Any) -> None:
        self.code, self.message, self.data = code, message, data
        super().__init__(f"klavi {code}: {message}")


class BankSession:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    def production(cls, token: str) -> "BankSession":
        return cls(httpx.AsyncClient(base_url="https://api.klavi.ai", headers={"Authorization": token}))

    async def __aenter__(self) -> "BankSession":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def _login(self, form: dict[str, str]) -> dict[str, Any]:
        response = await self._http.post("/open-data/v1/login", json=form)
        body = response.json()
        if body["code"] != 200:
            raise KlaviError(body["code"], body.get("message", ""), body.get("data"))
        return body["data"]

    async def open(self, form: dict[str, str]) -> dict[str, Any]:
        done = 0
        while True:
            try:
                return await self._login(form)
            except KlaviError as error:
                done += 1
                rule = RULES.get(error.code, GIVE_UP)
                if done >= rule.tries:
                    raise
                await asyncio.sleep(rule.wait)
