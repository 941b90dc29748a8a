import asyncio
from typing import Any, Self

import aiohttp

from .codes import Code, ErrorBody, FlanksFault, OnHold, StillProcessing


class WealthClient:
    def __init__(self, key: str, base_url: str = "https://api.flanks.io", *,
                 every: float = 15, polls: int = 80) -> None:
        self._base_url, self._key = base_url, key
        self._every, self._polls = every, polls
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._key}"})
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def _call(self, path: str, **payload: Any) -> Any:
        async with self._session.post(self._base_url + path, json=payload) as resp:
            body = await resp.json(content_type=None)
            if resp.status == 200:
                return body
            raise self._fault(resp.status, body)

    @staticmethod
    def _fault(status: int, body: ErrorBody) -> FlanksFault:
        match body.get("error_code"):
            case Code.PROCESSING:
                return StillProcessing(status, body)
            case Code.SCA_ERROR:
                return OnHold(status, body)
        return FlanksFault(status, body)

    async def exchange(self, link_code: str) -> str:
        """OnHold.token carries the token that is still under security checks."""
        return (await self._call("/v0/platform/link/token", code=link_code))["credentials_token"]

    async def holdings(self, credentials_token: str) -> list[dict[str, Any]]:
        for polls_left in reversed(range(self._polls)):
            try:
                return await self._call("/v0/bank/investments", credentials_token=credentials_token)
            except StillProcessing:
                if not polls_left:
                    raise
            await asyncio.sleep(self._every)
        raise ValueError("polls must be positive")
