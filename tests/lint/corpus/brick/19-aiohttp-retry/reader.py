"""Reads what customers share with us; asynchronous, one session for a whole batch."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

# first wait is start_timeout * factor: 3, 6, 12, 24, 48 seconds
OPTIONS = ExponentialRetry(
    attempts=6,
    start_timeout=1.5,
    factor=2.0,
    max_timeout=48,
    statuses={500, 501, 502, 503, 504, 505},
    methods={"GET"},
    retry_all_server_errors=False,
)


@dataclass(frozen=True)
class Shared:
    consent_id: str
    accounts: tuple[dict[str, Any], ...]


class ShareError(Exception):
    def __init__(self, consent_id: str, status: int, body: dict[str, Any]) -> None:
        super().__init__(consent_id, status, body)
        self.consent_id = consent_id
        self.status = status
        self.body = body


async def _one(client: RetryClient, url: str, consent_id: str) -> Shared:
    async with client.get(url, headers={"x-consent-id": consent_id}) as response:
        body = await response.json(content_type=None)
        if response.status != 200:
            raise ShareError(consent_id, response.status, body)
    return Shared(consent_id, tuple(body["data"]["accounts"]))


async def read_all(base_url: str, token: str, consent_ids: list[str]) -> list[Shared]:
    headers = {"Authorization": f"Bearer {token}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        client = RetryClient(client_session=session, retry_options=OPTIONS)
        return await asyncio.gather(*(_one(client, f"{base_url}/data/accounts", c) for c in consent_ids))
