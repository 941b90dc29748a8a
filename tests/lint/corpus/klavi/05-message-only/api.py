"""Thin aiohttp layer over Klavi."""
from __future__ import annotations

from typing import Any

import aiohttp


class KlaviFailure(Exception):
    pass


class Api:
    def __init__(self, base_url: str = "https://api.klavi.ai", token: str = "") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    async def post(self, path: str, payload: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        timeout = aiohttp.ClientTimeout(total=60)
        async with aiohttp.ClientSession(headers=self.headers, timeout=timeout) as session:
            async with session.post(f"{self.base_url}{path}", json=payload) as response:
                body = await response.json(content_type=None)
        return body.get("code", 0), body
