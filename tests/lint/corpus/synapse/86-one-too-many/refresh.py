"""Refreshes and tells the front end whether the bank supports it."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import aiohttp

from rules import verdict


@dataclass
class RefreshView:
    node: str
    verdict: str
    http_code: str
    error_code: str
    can_refresh: bool = True

    def json(self) -> dict[str, Any]:
        return asdict(self)


async def refresh(session: aiohttp.ClientSession, base_url: str, user: str, node: str) -> RefreshView:
    async with session.patch(f"{base_url}/users/{user}/nodes/{node}", params={"resync": "BALANCE"}) as response:
        body = await response.json()
    view = RefreshView(node, verdict(body), body.get("http_code", "200"), body.get("error_code", "0"))
    if view.verdict == "permission":
        view.can_refresh = False
    return view
