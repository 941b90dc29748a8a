"""Khipu calls us back here when an asynchronous operation has ended."""
from __future__ import annotations

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Request

from service import PaymentService, State

router = APIRouter(prefix="/webhooks/khipu")


def service(request: Request) -> PaymentService:
    return request.app.state.payments


@router.post("/operations", status_code=204)
async def operation_ended(
    envelope: dict[str, Any],
    payments: Annotated[PaymentService, Depends(service)],
    x_webhook_secret: Annotated[str, Header()],
    request: Request,
) -> None:
    if not hmac.compare_digest(x_webhook_secret, request.app.state.webhook_secret):
        raise HTTPException(401)
    payment = payments.payments.by_operation(envelope.get("OperationId") or "")
    if payment is None:
        raise HTTPException(404)
    if payment.state is State.STARTED:
        payments.conclude(payment, envelope)
