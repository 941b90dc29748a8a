import asyncio
import logging
from typing import Any, Optional

import httpx
from pydantic import BaseModel

logger = logging.getLogger(__name__)

PROCESSING = "20002"
BANK_SIDE = (50001, 50002)


class FlanksFailure(Exception):
    def __init__(self, status: int, error_code: Optional[int], text: str) -> None:
        self.status = status
        self.error_code = error_code
        self.text = text
        super().__init__(f"{status} {error_code} {text}")


class Account(BaseModel):
    iban: Optional[str] = None
    balance: Optional[float] = None
    currency: Optional[str] = None


class FlanksGateway:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
        )

    async def connect(self, bank: str, username: str, password: str) -> str:
        payload = {"bank": bank, "username": username, "password": password}
        attempt = 0
        while True:
            attempt += 1
            try:
                body = await self._call("/v0/bank/credentials", payload)
                return body["credentials_token"]
            except FlanksFailure as failure:
                if failure.error_code in BANK_SIDE and attempt < 4:
                    logger.warning("bank side problem, trying again: %s", failure)
                    await asyncio.sleep(30 * attempt)
                    continue
                raise

    async def accounts(self, credentials_token: str) -> list[Account]:
        for _ in range(20):
            try:
                body = await self._call(
                    "/v0/bank/credentials/account", {"credentials_token": credentials_token}
                )
            except FlanksFailure as failure:
                if failure.error_code == PROCESSING:
                    await asyncio.sleep(15)
                    continue
                raise
            return [Account(**row) for row in body["accounts"]]
        raise TimeoutError("flanks is still retrieving the accounts")

    async def _call(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = await self._http.post(path, json=payload)
        try:
            body = response.json()
        except ValueError:
            raise FlanksFailure(response.status_code, None, response.text[:200])
        if response.status_code != 200:
            raise FlanksFailure(
                response.status_code,
                body.get("error_code"),
                body.get("error") or body.get("message", ""),
            )
        return body
