from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
import stamina


@dataclass(eq=False)
class KhipuError(Exception):
    code: str
    type: str
    description: str

    @classmethod
    def of(cls, error: dict[str, str]) -> "KhipuError":
        return cls(error["Code"], error["Type"], error["Description"])

    def __str__(self) -> str:
        return f"{self.code} [{self.type}] {self.description}"


def hiccup(exc: Exception) -> bool:
    match exc:
        case KhipuError(type="RETRY_IMMEDIATELY"):
            return True
        case httpx.ConnectError():
            return True
    return False


class Gateway:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=100
        )

    async def _once(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        doc = (await self._client.post(path, json=body)).json()
        if (error := doc.get("Error")) is not None:
            raise KhipuError.of(error)
        return doc["Data"]

    async def run(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        async for attempt in stamina.retry_context(
            on=hiccup, attempts=3, wait_initial=0.0, wait_jitter=0.0, timeout=None
        ):
            with attempt:
                return await self._once(path, body)
        raise AssertionError("unreachable")
