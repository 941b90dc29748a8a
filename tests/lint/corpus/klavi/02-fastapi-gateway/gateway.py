import asyncio
import logging
from enum import IntEnum
from typing import Any

import httpx
from pydantic import BaseModel, Field
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

logger = logging.getLogger("gateway.klavi")


class KlaviCode(IntEnum):
    OK = 200
    EXTRA_AUTHORIZATION = 201
    PARTIAL_TRANSACTIONS = 202
    CPF_MISSING = 203
    USER_NOT_FOUND = 401
    CREDENTIALS = 402
    WRONG_PASSWORD = 433
    WRONG_MFA = 434
    MFA_NOT_ENTERED = 435
    TOO_MANY_REQUESTS = 429
    DELETED = 430
    UNAVAILABLE = 432


PARTIAL = {KlaviCode.EXTRA_AUTHORIZATION, KlaviCode.PARTIAL_TRANSACTIONS, KlaviCode.CPF_MISSING}


class Envelope(BaseModel):
    code: int
    message: str = ""
    data: dict[str, Any] | None = None


class IncomeResult(BaseModel):
    income: dict[str, Any] = Field(default_factory=dict)
    partial_code: int | None = None
    partial_message: str | None = None


class KlaviFailure(Exception):
    def __init__(self, code: int | None, message: str, status: int) -> None:
        self.code, self.message, self.status = code, message, status
        super().__init__(f"klavi code={code} http={status}: {message}")


class KlaviGateway:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http
        self._slots = asyncio.Semaphore(4)

    async def income(self, cpf: str) -> IncomeResult:
        envelope = await self._get("/open-data/income", {"cpf": cpf})
        result = IncomeResult(income=envelope.data or {})
        if envelope.code in PARTIAL:
            result.partial_code = envelope.code
            result.partial_message = envelope.message
        return result

    async def _get(self, path: str, params: dict[str, str]) -> Envelope:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception_type((httpx.ConnectError, httpx.ConnectTimeout)),
            wait=wait_random_exponential(multiplier=0.5, max=8),
            stop=stop_after_attempt(4),
            reraise=True,
        ):
            with attempt:
                async with self._slots:
                    response = await self._http.get(path, params=params)
        try:
            envelope = Envelope.model_validate_json(response.content)
        except ValueError as exc:
            raise KlaviFailure(None, response.text[:200], response.status_code) from exc
        if envelope.code == KlaviCode.OK or envelope.code in PARTIAL:
            return envelope
        logger.info("klavi refused with %s: %s", envelope.code, envelope.message)
        raise KlaviFailure(envelope.code, envelope.message, response.status_code)
