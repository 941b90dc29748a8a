from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any, AsyncIterator

import aiohttp


class DataUnavailable(Exception):
    """The data of this customer can't be read right now."""


@asynccontextmanager
async def brick_session(base_url: str, token: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(
        base_url,
        headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
        timeout=aiohttp.ClientTimeout(total=45),
        raise_for_status=True,
    ) as session:
        yield session


async def get(session: aiohttp.ClientSession, path: str, consent_id: str) -> dict[str, Any]:
    try:
        async with session.get(path, headers={"x-consent-id": consent_id}) as response:
            document = await response.json()
            if response.status != 200:
                raise NotReady(path)
            return document["data"]
    except aiohttp.ClientError:
        raise DataUnavailable(path) from None


class NotReady(Exception):
    """202: accepted, but there is nothing to read yet."""
