"""Flanks: what this service reads of a customer's banks."""

from __future__ import annotations

import httpx

REVIEW_SECONDS = 24 * 60 * 60


class FlanksError(Exception):
    def __init__(self, status: int, body: dict) -> None:
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.error_code = body.get("error_code")
        self.body = body


class FlanksClient:
    def __init__(self, token: str, http: httpx.AsyncClient | None = None) -> None:
        self.http = http or httpx.AsyncClient(base_url="https://api.flanks.io", timeout=30)
        self.token = token

    async def accounts(self, credentials_token: str) -> list[dict]:
        response = await self.http.post(
            "/v0/bank/account",
            json={"credentials_token": credentials_token},
            headers={"Authorization": f"Bearer {self.token}"},
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body
