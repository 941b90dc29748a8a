"""aiohttp transport for Khipu."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from _types import KhipuFailure, Link

BASE_URL = "https://api.khipu.com/v1/cl"
NOT_KHIPU = "off-contract"


@asynccontextmanager
async def khipu_session(token: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A session with the token of the merchant."""
    timeout = aiohttp.ClientTimeout(total=180)
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}, timeout=timeout) as session:
        yield session


async def read_accounts(
    session: aiohttp.ClientSession, link: Link, base_url: str = BASE_URL
) -> list[dict[str, Any]] | KhipuFailure:
    """Send one request; errors are values here, not exceptions."""
    payload = {"Username": link.username, "Password": link.password}
    async with session.post(f"{base_url}/banks/{link.bank}/accounts", json=payload) as response:
        text = await response.text()
        status = response.status
    try:
        body = json.loads(text)
    except ValueError:
        return KhipuFailure(NOT_KHIPU, "", f"HTTP {status}")
    if not isinstance(body, dict):
        return KhipuFailure(NOT_KHIPU, "", f"HTTP {status}")
    error = body.get("Error")
    if error is not None:
        return KhipuFailure(error.get("Code", ""), error.get("Type", ""), error.get("Description") or "")
    if body.get("Status") != "OK":
        return KhipuFailure(NOT_KHIPU, "", f"HTTP {status}, Status {body.get('Status')!r}")
    return body["Data"]["Accounts"]
