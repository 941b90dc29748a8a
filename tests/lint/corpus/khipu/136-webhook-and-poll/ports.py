"""What the job needs from outside, as protocols, and the plain implementations."""
from __future__ import annotations

import asyncio
from typing import Any, Protocol

import httpx

Reply = dict[str, Any]


class Api(Protocol):
    async def start(self, service: str, params: Reply, callback: str) -> Reply: ...

    async def result(self, operation_id: str) -> Reply: ...


class Clock(Protocol):
    async def pause(self, seconds: float) -> None: ...


class Inbox(Protocol):
    def take(self, operation_id: str) -> Reply | None: ...


class LoopClock:
    async def pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class MemoryInbox:
    """Filled by the web application's /khipu/callback view."""

    def __init__(self) -> None:
        self._mail: dict[str, Reply] = {}

    def deliver(self, payload: Reply) -> None:
        operation_id = payload.get("OperationId")
        if operation_id:
            self._mail[str(operation_id)] = payload

    def take(self, operation_id: str) -> Reply | None:
        return self._mail.pop(operation_id, None)


class HttpApi:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def start(self, service: str, params: Reply, callback: str) -> Reply:
        return self._body(await self._http.post(f"/v1/cl/{service}", json={**params, "CallbackUrl": callback}))

    async def result(self, operation_id: str) -> Reply:
        return self._body(await self._http.get(f"/v1/cl/operations/{operation_id}"))

    @staticmethod
    def _body(response: httpx.Response) -> Reply:
        try:
            body = response.json()
        except ValueError:
            body = None
        return body if isinstance(body, dict) else {"Status": f"HTTP {response.status_code}", "Raw": response.text[:300]}
