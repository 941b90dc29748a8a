from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

log = logging.getLogger(__name__)


class StatementError(Exception):
    def __init__(self, response: httpx.Response) -> None:
        super().__init__(f"{response.status_code} {response.text[:200]}")
        self.response = response


async def read(http: httpx.AsyncClient, account_id: str, consent_id: str) -> dict[str, Any]:
    path = f"/data/accounts/{account_id}/transactions"
    response = await http.get(path, headers={"x-consent-id": consent_id})
    if response.status_code == 200:
        return response.json()["data"]
    raise StatementError(response)


async def read_stubbornly(http: httpx.AsyncClient, account_id: str, consent_id: str) -> dict[str, Any]:
    last: StatementError | None = None
    for minute in range(3):
        try:
            return await read(http, account_id, consent_id)
        except StatementError as exc:
            if not exc.response.is_server_error:
                raise
            log.warning("round %d: %s", minute + 1, exc)
            last = exc
            await asyncio.sleep(60)
    assert last is not None
    raise last
