from __future__ import annotations

import asyncio
import logging
from typing import get_args

import aiohttp

from models import Card, Cards, ErrorBody, Transient, has_error

log = logging.getLogger(__name__)


class CardsRefused(Exception):
    def __init__(self, status: int, body: ErrorBody) -> None:
        super().__init__(f"{status}: {body.error_code} {body.error}")
        self.status = status
        self.body = body


class CardApi:
    polls = 6
    pause = 45

    def __init__(self, session: aiohttp.ClientSession, base_url: str = "https://api.flanks.io") -> None:
        self._session = session
        self._url = f"{base_url}/v0/bank/card"

    async def _fetch(self, credentials_token: str) -> list[Card]:
        async with self._session.post(self._url, json={"credentials_token": credentials_token}) as reply:
            raw = await reply.json()
        if reply.status != 200 or has_error(raw):
            raise CardsRefused(reply.status, ErrorBody.model_validate(raw))
        return Cards.validate_python(raw["cards"])

    async def cards(self, credentials_token: str, poll: int = 1) -> list[Card]:
        try:
            return await self._fetch(credentials_token)
        except CardsRefused as refused:
            if refused.body.error_code not in get_args(Transient) or poll >= self.polls:
                raise
            log.info("not extracted yet (%d/%d)", poll, self.polls)
        await asyncio.sleep(self.pause)
        return await self.cards(credentials_token, poll + 1)
