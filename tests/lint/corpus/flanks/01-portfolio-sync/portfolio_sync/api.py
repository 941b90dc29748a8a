from __future__ import annotations

from typing import Any

import httpx

from . import errors


async def _raise_flanks(response: httpx.Response) -> None:
    await response.aread()
    try:
        body = response.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    code = body.get("error_code")
    if code is not None or response.status_code != 200:
        raise errors.build(response.status_code, code, body.get("error") or body.get("message") or response.reason_phrase)


class FlanksApi:
    def __init__(self, base_url: str, access_token: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {access_token}"},
            event_hooks={"response": [_raise_flanks]},
            timeout=httpx.Timeout(10, read=60),
        )

    async def portfolio(self, credentials_token: str) -> Any:
        return (await self._http.post("/v0/bank/credentials/portfolio", json={"credentials_token": credentials_token})).json()

    async def status(self, credentials_token: str) -> dict[str, Any]:
        return (await self._http.post("/v0/credentials/status", json={"credentials_token": credentials_token})).json()
