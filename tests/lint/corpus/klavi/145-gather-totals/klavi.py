"""Klavi through httpx: the check of the envelope hangs on the client as a response hook."""
from __future__ import annotations

from typing import Any

import httpx


class KlaviError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"{body['code']}: {body.get('message', '')}")
        self.code: int = body["code"]
        self.body = body

    @property
    def customer_side(self) -> bool:
        return 402 <= self.code <= 420


async def check_envelope(response: httpx.Response) -> None:
    await response.aread()
    body = response.json()
    if body["code"] // 100 != 2:
        raise KlaviError(body)


def open_client(token: str, base_url: str = "https://api.klavi.ai") -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=base_url,
        headers={"Authorization": f"Bearer {token}"},
        timeout=httpx.Timeout(40.0, connect=5.0),
        event_hooks={"response": [check_envelope]},
    )


async def report(http: httpx.AsyncClient, cpf: str) -> dict[str, Any]:
    response = await http.get("/open-data/v1/reports", params={"cpf": cpf})
    return response.json().get("data") or {}
