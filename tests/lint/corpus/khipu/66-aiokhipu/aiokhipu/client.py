from __future__ import annotations

from functools import partial
from typing import Any

import aiohttp

from ._models import Envelope
from .exceptions import build
from .retrying import Advised, Never


class AioKhipu:
    """
    >>> async with AioKhipu(token) as khipu:
    ...     await khipu.balances("bci.cl", rut, password)
    """

    def __init__(self, token: str, *, base_url: str = "https://api.khipu.com", retry: Advised | Never | None = None) -> None:
        self._token = token
        self._base = base_url
        self._retry = retry or Advised()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "AioKhipu":
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=aiohttp.ClientTimeout(total=120),
        )
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        assert self._session is not None
        await self._session.close()

    async def _once(self, path: str, payload: dict[str, Any]) -> Any:
        assert self._session is not None
        async with self._session.post(self._base + path, json=payload) as resp:
            envelope = Envelope.model_validate(await resp.json(content_type=None))
        if envelope.status == "ERROR":
            raise build(envelope)
        return envelope.data

    async def _call(self, path: str, **payload: Any) -> Any:
        return await self._retry(partial(self._once, path, payload))

    async def balances(self, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
        data = await self._call(f"/v1/cl/banks/{bank}/balances", Username=rut, Password=password)
        return data["Accounts"]
