"""Espera a que Flanks termine de extraer los datos."""
from __future__ import annotations

from typing import Any

import attrs
import httpx
from tenacity import RetryError, retry, retry_if_result, stop_after_attempt

PROCESSING = 20002


@attrs.frozen
class Result:
    status: int
    body: dict[str, Any]

    @property
    def error_code(self) -> int | None:
        return self.body.get("error_code")

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.error_code is None


class ExtractionError(Exception):
    def __init__(self, result: Result) -> None:
        super().__init__(f"{result.status}/{result.error_code}")
        self.result = result


def _still_processing(result: Result) -> bool:
    return result.error_code == PROCESSING


@attrs.define
class Extraction:
    http: httpx.AsyncClient

    @retry(retry=retry_if_result(_still_processing), stop=stop_after_attempt(40))
    async def _ask(self, product: str, credentials_token: str) -> Result:
        reply = await self.http.post(f"/v0/bank/{product}", json={"credentials_token": credentials_token})
        return Result(reply.status_code, reply.json())

    async def get(self, product: str, credentials_token: str) -> dict[str, Any]:
        try:
            result = await self._ask(product, credentials_token)
        except RetryError as exc:
            raise ExtractionError(exc.last_attempt.result()) from None
        if not result.ok:
            raise ExtractionError(result)
        return result.body


async def funds(http: httpx.AsyncClient, credentials_token: str) -> list[dict[str, Any]]:
    body = await Extraction(http).get("fund", credentials_token)
    return body["funds"]
