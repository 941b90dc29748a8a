"""Async access to Flanks for the advisor workbench."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

log = logging.getLogger("workbench.flanks")

BASE_URL = "https://api.flanks.io"
PROCESSING = 20002
POLL_SECONDS = 20.0


class FlanksError(Exception):
    def __init__(self, response: httpx.Response, body: dict[str, Any]) -> None:
        self.status = str(response.status_code)
        self.error_code = body.get("error_code")
        self.body = body
        super().__init__(f"{response.request.url.path}: {self.status} {self.error_code} {body.get('error')}")


class Processing(FlanksError):
    """Flanks is still collecting the data."""


class Flanks:
    def __init__(self, client_id: str, secret: str, base_url: str = BASE_URL) -> None:
        self._login = {"client_id": client_id, "client_secret": secret, "grant_type": "client_credentials"}
        self._http = httpx.AsyncClient(base_url=base_url, timeout=30)
        self._token: str | None = None

    async def close(self) -> None:
        await self._http.aclose()

    async def _authenticate(self) -> None:
        body = await self._once("/v0/token", self._login)
        self._token = body["access_token"]

    async def _once(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        response = await self._http.post(path, json=payload, headers=headers)
        body = response.json()
        if response.status_code != 200 or "error_code" in body:
            kind = Processing if body.get("error_code") == PROCESSING else FlanksError
            raise kind(response, body)
        return body

    async def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        if self._token is None:
            await self._authenticate()
        try:
            return await self._once(path, payload)
        except FlanksError as exc:
            if exc.status == 401:
                log.info("access token expired, getting a new one")
                await self._authenticate()
                return await self._once(path, payload)
            raise

    async def when_ready(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        while True:
            try:
                return await self.post(path, payload)
            except Processing:
                await asyncio.sleep(POLL_SECONDS)
