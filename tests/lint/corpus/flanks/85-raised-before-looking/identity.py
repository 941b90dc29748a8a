"""Identity data for the compliance file."""
from __future__ import annotations

import asyncio
from typing import Any, TypedDict

import httpx

PROCESSING = 20002


class Identity(TypedDict, total=False):
    name: str
    birthdate: str
    document: str


class StillProcessing(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__("data is still being retrieved")
        self.body = body


class Refused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


class IdentityClient:
    POLL = 20

    def __init__(self, http: httpx.AsyncClient, limit: int = 15) -> None:
        self.http = http
        self.limit = limit

    async def get(self, credentials_token: str) -> Identity:
        for _ in range(self.limit):
            response = await self.http.post("/v0/bank/identity", json={"credentials_token": credentials_token})
            response.raise_for_status()
            body = response.json()
            code = body.get("error_code")
            if code == PROCESSING:
                await asyncio.sleep(self.POLL)
                continue
            if response.status_code != 200 or code is not None:
                raise Refused(response.status_code, body)
            return Identity(**body["identity"])
        raise StillProcessing(body)


def open_http(token: str, base_url: str = "https://api.flanks.io") -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)
