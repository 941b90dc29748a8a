"""Pulls investment holdings through Flanks for the nightly valuation."""
from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any, AsyncIterator

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

from codes import Code

FLANKS = "https://api.flanks.io"


class HoldingsUnavailable(Exception):
    def __init__(self, token: str, reason: Code, raw: dict[str, Any]) -> None:
        super().__init__(f"{token}: {reason.name} {raw}")
        self.reason = reason
        self.raw = raw


class NeedsUser(HoldingsUnavailable):
    """The customer has to log in or confirm at the bank."""


class NotYet(HoldingsUnavailable):
    """Ask again on the next run."""


def as_error(token: str, raw: dict[str, Any]) -> HoldingsUnavailable:
    reason = Code(raw.get("error_code"))
    if reason in (Code.CREDENTIALS, Code.SCA_REQUIRED):
        return NeedsUser(token, reason, raw)
    if reason in (Code.PROCESSING, Code.SCA_DELAY, Code.BANK):
        return NotYet(token, reason, raw)
    return HoldingsUnavailable(token, reason, raw)


@asynccontextmanager
async def flanks_client(access_token: str) -> AsyncIterator[RetryClient]:
    policy = ExponentialRetry(
        attempts=4,
        start_timeout=2.0,
        max_timeout=30.0,
        statuses={400, 500, 502, 503, 504},
        retry_all_server_errors=False,
    )
    session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {access_token}"})
    client = RetryClient(client_session=session, retry_options=policy)
    try:
        yield client
    finally:
        await client.close()


class Holdings:
    def __init__(self, access_token: str, base_url: str = FLANKS) -> None:
        self.access_token = access_token
        self.base_url = base_url

    async def investments(self, credentials_token: str) -> list[dict[str, Any]]:
        async with flanks_client(self.access_token) as http:
            async with http.post(
                f"{self.base_url}/v0/bank/credentials/investment",
                json={"credentials_token": credentials_token},
            ) as resp:
                body = await resp.json(content_type=None)
                if resp.status != 200 or "error_code" in body:
                    raise as_error(credentials_token, body)
                return body["investments"]
