from __future__ import annotations

import asyncio
from typing import Any

import httpx

from classify import TRANSIENT, Group, group_of


class CertificateError(Exception):
    def __init__(self, group: Group, error: dict[str, str]) -> None:
        super().__init__(f"{error['Code']} ({group.name}): {error['Description']}")
        self.group = group
        self.error = error


class Certificates:
    """Certificates of the tax office and the pension funds."""

    def __init__(self, http: httpx.AsyncClient, attempts: int = 3) -> None:
        self.http = http
        self.attempts = attempts

    async def get(self, service: str, rut: str, password: str) -> dict[str, Any]:
        payload = {"Username": rut, "Password": password}
        for attempt in range(self.attempts):
            body = (await self.http.post(f"/v1/cl/services/{service}/certificates", json=payload)).json()
            error = body["Error"]
            if error is None:
                return body["Data"]
            group = group_of(error["Code"])
            if group not in TRANSIENT or attempt == self.attempts - 1:
                raise CertificateError(group, error)
            await asyncio.sleep(2**attempt)
        raise ValueError("attempts must be positive")


def connect(token: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url="https://api.khipu.com", headers={"Authorization": f"Bearer {token}"}, timeout=120
    )
