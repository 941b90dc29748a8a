from __future__ import annotations

from typing import Any, TypedDict

import aiohttp


class Position(TypedDict):
    isin: str
    quantity: float
    value: float | None
    currency: str


class FlanksError(Exception):
    def __init__(self, status: int, error_code: int | None, error: str) -> None:
        super().__init__(f"flanks http {status}, code {error_code}: {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


class DataNotReady(Exception):
    """Flanks is still collecting; the job looks again on its next round."""


class FlanksApi:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {access_token}"}

    async def _post(self, path: str, payload: dict[str, Any]) -> Any:
        async with aiohttp.ClientSession(headers=self.headers) as session:
            async with session.post(self.base_url + path, json=payload) as response:
                try:
                    body = await response.json(content_type=None)
                except ValueError:
                    body = {}
                if response.status < 400:
                    return body
                code = body.get("error_code")
                if code == "20002":
                    raise DataNotReady(payload["credentials_token"])
                raise FlanksError(response.status, code, body.get("error", ""))

    async def positions(self, credentials_token: str) -> list[Position]:
        return await self._post("/v0/bank/credentials/holdings", {"credentials_token": credentials_token})
