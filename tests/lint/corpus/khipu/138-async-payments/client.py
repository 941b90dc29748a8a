"""Khipu over httpx. Outages of the bank are ridden out here so that callers see one answer per call."""
from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

from outcomes import is_outage

logger = logging.getLogger("payments.khipu")

PAUSES = (1.0, 4.0, 10.0)


class KhipuUnreadable(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"khipu answered HTTP {status} without an envelope: {text[:100]!r}")
        self.status = status


class KhipuClient:
    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self._http = http
        self._headers = {"Authorization": f"Bearer {token}"}

    async def start(self, order_id: str, amount: int, bank: str, notify_url: str) -> dict[str, Any]:
        body = {"Reference": order_id, "Amount": amount, "Bank": bank, "NotifyUrl": notify_url}
        return await self._exchange("POST", "/v1/cl/payments", body)

    async def operation(self, operation_id: str) -> dict[str, Any]:
        return await self._exchange("GET", f"/v1/cl/operations/{operation_id}")

    async def _exchange(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        envelope = await self._once(method, path, body)
        for pause in PAUSES:
            if not is_outage(envelope):
                break
            logger.info("%s %s: bank is down, again in %s s", method, path, pause)
            await asyncio.sleep(pause)
            envelope = await self._once(method, path, body)
        return envelope

    async def _once(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        response = await self._http.request(method, path, json=body, headers=self._headers, timeout=60)
        try:
            envelope = response.json()
        except ValueError:
            raise KhipuUnreadable(response.status_code, response.text) from None
        if not isinstance(envelope, dict) or "Status" not in envelope:
            raise KhipuUnreadable(response.status_code, response.text)
        return envelope
