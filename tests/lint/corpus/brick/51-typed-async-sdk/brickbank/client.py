from __future__ import annotations

import json
from types import TracebackType
from typing import Any, Optional, Type

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errors import ServerSideError, error_for
from .models import Payment, PaymentOrder


def _policy() -> AsyncRetrying:
    return AsyncRetrying(
        retry=retry_if_exception_type(ServerSideError),
        stop=stop_after_attempt(10),
        wait=wait_exponential(multiplier=3),
        reraise=True,
    )


def _parse(response: httpx.Response) -> dict[str, Any]:
    try:
        return response.json()
    except json.JSONDecodeError:
        return {"detail": response.text}


class BrickBank:
    def __init__(self, base_url: str, token: str, *, timeout: float = 30.0) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            timeout=timeout,
            headers={"Authorization": f"Bearer {token}"},
        )

    async def __aenter__(self) -> BrickBank:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        tb: Optional[TracebackType],
    ) -> None:
        await self._http.aclose()

    async def create_payment(self, order: PaymentOrder, *, idempotency_key: str) -> Payment:
        doc = await self._request(
            "POST",
            "/payments/v1/pix/payments",
            json=order.to_json(),
            headers={"x-idempotency-key": idempotency_key},
        )
        return Payment.from_json(doc)

    async def payment(self, payment_id: str) -> Payment:
        return Payment.from_json(await self._request("GET", f"/payments/v1/pix/payments/{payment_id}"))

    async def _request(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        return await _policy()(self._once, method, path, **options)

    async def _once(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        response = await self._http.request(method, path, **options)
        body = _parse(response)
        if response.is_success:
            return body
        raise error_for(response.status_code, body)
