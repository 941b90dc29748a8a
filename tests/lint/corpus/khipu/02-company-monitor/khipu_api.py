"""Async client used by the company monitoring service."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

log = logging.getLogger("monitor.khipu")


class KhipuApiError(Exception):
    def __init__(self, error: dict[str, str]) -> None:
        super().__init__(f"{error['Code']} {error['Description']}")
        self.code = error["Code"]
        self.type = error["Type"]
        self.description = error["Description"]


class KhipuAuthError(KhipuApiError):
    """Our token is no longer good."""


class LogonError(KhipuApiError):
    """The site rejected the customer's credentials."""


class ServiceUnavailable(KhipuApiError):
    """The site is down or too slow."""


class NoData(KhipuApiError):
    """Nothing to see for this customer."""


class BadParameters(KhipuApiError):
    """We sent something the site did not like."""


class ScrapingError(KhipuApiError):
    """Khipu could not produce a result."""


BY_CODE: dict[str, type[KhipuApiError]] = {
    "A000": KhipuAuthError,
    "D000": ScrapingError,
    "E000": ScrapingError,
    "E999": ScrapingError,
    "F000": ScrapingError,
    "T000": ServiceUnavailable,
}

BY_GROUP: dict[str, type[KhipuApiError]] = {
    "E1": LogonError,
    "E2": ServiceUnavailable,
    "E3": NoData,
    "E4": BadParameters,
}


def build_error(error: dict[str, str]) -> KhipuApiError:
    code = error["Code"]
    if code in BY_CODE:
        return BY_CODE[code](error)
    return BY_GROUP[code[:2]](error)


class KhipuApi:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com", max_attempts: int = 3) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(90.0, connect=5.0),
        )
        self.max_attempts = max_attempts

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _call(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        resp = await self._http.post(path, json=body)
        doc = resp.json()
        if doc["Status"] == "ERROR":
            raise build_error(doc["Error"])
        return doc["Data"]

    async def _call_with_retry(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        attempt = 1
        while True:
            try:
                return await self._call(path, body)
            except KhipuApiError as exc:
                if exc.type == "DO_NOT_RETRY" or attempt >= self.max_attempts:
                    raise
                delay = 1.0
                if exc.type == "WAIT_4_HOURS_BEFORE_RETRY":
                    delay = 4 * 60
                log.info("attempt %d got %s, next one in %ss", attempt, exc.code, delay)
                await asyncio.sleep(delay)
                attempt += 1

    async def company_status(self, rut: str) -> dict[str, Any]:
        return await self._call_with_retry("/v1/cl/services/sii.cl/company-status", {"Rut": rut})
