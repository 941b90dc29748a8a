# errpact: provider=flanks
"""Clients that get their session when they are entered: what their methods do is told of an object that was."""

from __future__ import annotations

import asyncio

import aiohttp
import requests


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.body = body


class Blanket:
    def __init__(self, base):
        self.base = base
        self.session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Blanket:
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *exc) -> None:
        assert self.session is not None
        await self.session.close()

    async def cards(self, token):
        assert self.session is not None
        for _attempt in range(3):
            async with self.session.post(self.base + "/v0/bank/card", json={"t": token}) as reply:
                body = await reply.json()
            if reply.status == 200:  # error: EP101 401 405 415 40001 50002 50003
                return body["cards"]
            await asyncio.sleep(2 * 86400)
        raise FlanksError(reply.status, body)


class Once(Blanket):
    """The same without a retry."""

    async def cards(self, token):
        async with self.session.post(self.base + "/v0/bank/card", json={"t": token}) as reply:
            body = await reply.json()
        if reply.status != 200:
            raise FlanksError(reply.status, body)
        return body["cards"]


class Ledger:
    """Nobody here opens it: whoever has one did."""

    def __init__(self, base):
        self.base = base

    def __enter__(self):
        self.session = requests.Session()
        return self

    def __exit__(self, *exc):
        self.session.close()

    def read(self, token):
        reply = self.session.post(self.base + "/v0/bank/ledger", json={"t": token}, timeout=9)
        if reply.status_code == 401:  # error: EP101 401
            reply = self.session.post(self.base + "/v0/bank/ledger", json={"t": token}, timeout=9)
        if reply.status_code != 200:
            raise FlanksError(reply.status_code, reply.json())
        return reply.json()["ledger"]


class Both:
    """Made for `async with` only, as it says itself."""

    def __init__(self, base):
        self.base = base

    def __enter__(self):
        raise TypeError("use async with")

    def __exit__(self, *exc):
        pass

    async def __aenter__(self):
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *exc):
        await self.session.close()

    async def read(self, token):
        async with self.session.post(self.base + "/v0/bank/account", json={"t": token}) as reply:
            body = await reply.json()
        if reply.status == 405:  # error: EP101 405
            return await self.again(token)
        if reply.status != 200:
            raise FlanksError(reply.status, body)
        return body["accounts"]

    async def again(self, token):
        async with self.session.post(self.base + "/v0/bank/account", json={"t": token}) as reply:
            body = await reply.json()
        if reply.status != 200:
            raise FlanksError(reply.status, body)
        return body["accounts"]


async def read(base, token):
    async with Once(base) as client, Both(base) as both:
        return await client.cards(token), await both.read(token)
