"""Certificates for loan applications. Async because the front office waits for several at once."""
from __future__ import annotations

import asyncio
from typing import Any

import httpx
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_fixed

from khipu_errors import KhipuError, may_repeat_now

SERVICES = ("sii.cl/income", "previred.com/contributions", "cmf.cl/debts")


class CertificateClient:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def certificate(self, service: str, rut: str, password: str) -> dict[str, Any]:
        async for attempt in AsyncRetrying(
            retry=retry_if_exception(may_repeat_now),
            stop=stop_after_attempt(3),
            wait=wait_fixed(2),
            reraise=True,
        ):
            with attempt:
                return await self._once(service, {"Username": rut, "Password": password})
        raise AssertionError("tenacity returns or raises")

    async def _once(self, service: str, payload: dict[str, str]) -> dict[str, Any]:
        reply = await self._http.post(f"/v1/cl/services/{service}", json=payload)
        body = reply.json()
        if body["Error"] is not None:
            raise KhipuError(body["Error"])
        return body["Data"]

    async def all(self, rut: str, password: str) -> list[dict[str, Any] | BaseException]:
        jobs = [self.certificate(service, rut, password) for service in SERVICES]
        return await asyncio.gather(*jobs, return_exceptions=True)


def production(token: str) -> CertificateClient:
    return CertificateClient(
        httpx.AsyncClient(base_url="https://api.khipu.com", headers={"Authorization": f"Bearer {token}"})
    )
