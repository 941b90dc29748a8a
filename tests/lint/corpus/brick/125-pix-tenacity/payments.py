"""Payment initiation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from pydantic import ValidationError

from _errors import error_for
from _models import Payment, PaymentRequest, Problem
from _retry import server_error_policy

BASE_URL = "https://api.brickbank.example"


def _problem(response: httpx.Response) -> Problem:
    try:
        return Problem.model_validate_json(response.content)
    except ValidationError:
        return Problem(message=response.text[:200])


class PaymentClient:
    """Initiates Pix payments and looks after the retries."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def pay(self, request: PaymentRequest) -> Payment:
        """Initiate a payment; the idempotency key stays the same on every attempt."""
        return await server_error_policy()(self._post, request)

    async def _post(self, request: PaymentRequest) -> Payment:
        response = await self._http.post(
            "/payments/pix/payments",
            json=request.to_wire(),
            headers={"x-idempotency-key": request.idempotency_key},
        )
        if response.status_code in (httpx.codes.OK, httpx.codes.CREATED):
            return Payment.model_validate(response.json()["data"])
        raise error_for(response.status_code, _problem(response))


@asynccontextmanager
async def payment_client(token: str, base_url: str = BASE_URL) -> AsyncIterator[PaymentClient]:
    """Open a client with the token of the institution."""
    async with httpx.AsyncClient(
        base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30.0
    ) as http:
        yield PaymentClient(http)
