"""Gateway to Klavi for batch jobs that run at night."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import stamina

NOBODY_SAID_NO = frozenset({429, 500})


class GatewayError(Exception):
    def __init__(self, code: int, response: httpx.Response) -> None:
        super().__init__(f"klavi code {code}")
        self.code = code
        self.response = response


def overloaded(exc: Exception) -> bool:
    if isinstance(exc, GatewayError):
        return exc.code in NOBODY_SAID_NO
    return isinstance(exc, httpx.TransportError)


@dataclass
class Gateway:
    http: httpx.AsyncClient

    async def fetch(self, cpf: str, kind: str = "transactions") -> list[dict[str, Any]]:
        async for attempt in stamina.retry_context(
            on=overloaded, attempts=5, timeout=None, wait_initial=10.0, wait_max=300.0, wait_jitter=5.0
        ):
            with attempt:
                data = await self._get(f"/open-data/v1/{kind}", cpf)
        return data.get(kind, [])

    async def _get(self, path: str, cpf: str) -> dict[str, Any]:
        response = await self.http.get(path, params={"cpf": cpf})
        body = response.json()
        code = int(body["code"])
        if code == 200:
            return body["data"]
        raise GatewayError(code, response)


def production(token: str) -> Gateway:
    return Gateway(
        httpx.AsyncClient(base_url="https://api.klavi.ai", headers={"Authorization": f"Bearer {token}"})
    )
