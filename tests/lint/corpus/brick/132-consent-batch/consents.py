"""Opens the consents of a campaign, many at a time."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import httpx
import structlog
from pydantic import BaseModel, ConfigDict, Field, field_serializer, field_validator
from pydantic.alias_generators import to_camel
from tenacity import retry, retry_if_exception, stop_after_attempt

from policy import MAX_ATTEMPTS, BrickError, transient, wait_for_brick

log = structlog.get_logger(__name__)


class ConsentRequest(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    brand_id: str
    document: str
    permissions: list[str]
    expiration: datetime = Field(
        default_factory=lambda: datetime.now(UTC).replace(microsecond=0) + timedelta(days=364),
        alias="expirationDateTime",
    )

    @field_validator("permissions")
    @classmethod
    def _something(cls, value: list[str]) -> list[str]:
        if not value:
            raise ValueError("a consent without permissions is pointless")
        return sorted(set(value))

    @field_serializer("expiration")
    def _zulu(self, value: datetime) -> str:
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")


class Consents:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    @retry(
        retry=retry_if_exception(transient),
        wait=wait_for_brick(),
        stop=stop_after_attempt(MAX_ATTEMPTS),
        reraise=True,
    )
    async def open(self, request: ConsentRequest) -> str:
        response = await self.http.post("/data/consents", json=request.model_dump(mode="json", by_alias=True))
        body = response.json()
        if response.status_code != httpx.codes.CREATED and response.status_code != httpx.codes.OK:
            raise BrickError(
                response.status_code,
                body.get("code") or body.get("error", ""),
                body.get("detail") or body.get("error_description") or body.get("message", ""),
            )
        log.info("consent_opened", brand=request.brand_id)
        return body["data"]["consentId"]


@asynccontextmanager
async def client(token: str, base_url: str = "https://api.brickbank.example") -> AsyncIterator[Consents]:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=45) as http:
        yield Consents(http)


async def open_all(consents: Consents, requests: Iterable[ConsentRequest], parallel: int = 6) -> list[str]:
    gate = asyncio.Semaphore(parallel)

    async def one(request: ConsentRequest) -> str:
        async with gate:
            return await consents.open(request)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(request)) for request in requests]
    return [task.result() for task in tasks]
