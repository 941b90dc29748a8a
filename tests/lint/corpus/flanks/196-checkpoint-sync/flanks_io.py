"""Async access to Flanks."""
from __future__ import annotations

from typing import Any

import httpx

PROCESSING = 20002
FIRST_BANK_CODE = 50_001


class FlanksApiError(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"flanks {status}/{code}: {text}")
        self.status = status
        self.code = code
        self.text = text

    @property
    def on_bank_side(self) -> bool:
        return self.code is not None and self.code >= FIRST_BANK_CODE


class FlanksIO:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def transactions(self, credentials_token: str, since: str) -> list[dict[str, Any]]:
        response = await self._http.post(
            "/v0/bank/credentials/transaction", json={"credentials_token": credentials_token, "from": since}
        )
        try:
            body = response.json()
        except ValueError:
            raise FlanksApiError(response.status_code, None, response.text[:200]) from None
        if response.status_code != 200 or body.get("error_code") is not None:
            raise FlanksApiError(response.status_code, body.get("error_code"), body.get("error", ""))
        return body["transactions"]
