"""aiohttp replacement of the requests transport (ticket PLAT-2211, step 2 of 4)."""
from __future__ import annotations

from typing import Any, Mapping, Protocol

import aiohttp

from legacy_envelope import Envelope, to_envelope


class Transport(Protocol):
    async def post(self, path: str, payload: Mapping[str, Any]) -> Envelope: ...


class KlaviTransport:
    def __init__(self, base_url: str = "https://api.klavi.ai", token: str = "") -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {token}"}

    async def post(self, path: str, payload: Mapping[str, Any]) -> Envelope:
        timeout = aiohttp.ClientTimeout(total=90)
        async with aiohttp.ClientSession(headers=self._headers, timeout=timeout) as session:
            async with session.post(self._base_url + path, json=dict(payload)) as response:
                return to_envelope(await response.json(content_type=None))
