"""ACH transfers."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from aiohttp_retry import RetryClient

from session import synapse_session

PRODUCTION = "https://api.synapsefi.com/v3.1"


@dataclass
class AchError(Exception):
    status: int
    body: dict[str, Any]

    @property
    def error_code(self) -> str | None:
        return self.body.get("error_code")


class Ach:
    def __init__(self, client: RetryClient, base_url: str) -> None:
        self._client = client
        self._base_url = base_url

    async def pull(self, user_id: str, node_id: str, dollars: float, key: str) -> str:
        async with self._client.post(
            f"{self._base_url}/users/{user_id}/nodes/{node_id}/trans",
            json={"amount": {"amount": dollars, "currency": "USD"}, "to": {"type": "ACH-US", "id": "pool"}},
            headers={"X-SP-IDEMPOTENCY-KEY": key},
        ) as response:
            body = await response.json()
        if response.status != 200 or body.get("error_code") != "0":
            raise AchError(response.status, body)
        return body["_id"]


async def collect(headers: dict[str, str], invoices: list[tuple[str, str, float]], base_url: str = PRODUCTION) -> list[str]:
    async with synapse_session(headers) as client:
        ach = Ach(client, base_url)
        return [await ach.pull(user, node, dollars, f"inv-{i}") for i, (user, node, dollars) in enumerate(invoices)]
