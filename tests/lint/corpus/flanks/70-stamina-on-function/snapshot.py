from __future__ import annotations

from typing import Any, NamedTuple

import httpx
import stamina

from classify import Refusal, soon_over


class Snapshot(NamedTuple):
    accounts: list[dict[str, Any]]
    cards: list[dict[str, Any]]


@stamina.retry(on=soon_over, attempts=10, timeout=1800, wait_initial=15, wait_max=120, wait_jitter=5)
async def read(http: httpx.AsyncClient, product: str, credentials_token: str) -> list[dict[str, Any]]:
    response = await http.post(f"/v0/bank/{product}", json={"credentials_token": credentials_token})
    body = response.json()
    if response.status_code != 200 or body.get("error_code"):
        raise Refusal(response, body)
    return body[f"{product}s"]


async def snapshot(http: httpx.AsyncClient, credentials_token: str) -> Snapshot:
    return Snapshot(
        accounts=await read(http, "account", credentials_token),
        cards=await read(http, "card", credentials_token),
    )


def client(token: str, base_url: str = "https://api.flanks.io") -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)
