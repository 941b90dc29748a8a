"""HTTP side of the port."""
from __future__ import annotations

import dataclasses
from typing import Any

import httpx

from ports import BankLogin, Reply


class UnreadableReply(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"HTTP {status} without a klavi code: {text[:120]!r}")
        self.status = status
        self.text = text


class HttpReportGateway:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    def production(cls, token: str) -> "HttpReportGateway":
        headers = {"Authorization": f"Bearer {token}"}
        return cls(httpx.AsyncClient(base_url="https://api.klavi.ai", headers=headers, timeout=60))

    async def connect(self, login: BankLogin) -> Reply:
        return self._reply(await self._http.post("/open-data/v1/connections", json=dataclasses.asdict(login)))

    @staticmethod
    def _reply(response: httpx.Response) -> Reply:
        try:
            body: Any = response.json()
            code = int(body["code"])
        except (ValueError, KeyError, TypeError):
            raise UnreadableReply(response.status_code, response.text) from None
        data = body.get("data")
        return Reply(code, str(body.get("message", "")), data if isinstance(data, dict) else {})
