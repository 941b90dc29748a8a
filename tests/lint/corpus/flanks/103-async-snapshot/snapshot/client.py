from __future__ import annotations

from typing import Any

import httpx

from .faults import fault


async def _raise_faults(response: httpx.Response) -> None:
    await response.aread()
    if response.status_code == 200:
        return
    try:
        body = response.json()
    except ValueError:
        body = {"error": response.text}
    raise fault(response.status_code, body)


class Flanks:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            event_hooks={"response": [_raise_faults]},
            transport=None,
            timeout=30,
        )

    async def aclose(self) -> None:
        await self._http.aclose()

    async def read(self, product: str, credentials_token: str) -> Any:
        response = await self._http.post(
            f"/v0/bank/credentials/{product}", json={"credentials_token": credentials_token}
        )
        return response.json()
