"""HTTP service in front of Brick: the app asks here for data-sharing consents."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

from flask import Flask, Response, current_app, jsonify, request

from brick_client import BrickClient
from brick_errors import BrickError, MonthlyLimit, OtherInstitutionFailed, ServerTrouble


def create_app(brick: BrickClient) -> Flask:
    app = Flask(__name__)
    app.extensions["brick"] = brick
    app.register_error_handler(BrickError, brick_failed)
    app.add_url_rule("/consents", view_func=create_consent, methods=["POST"])
    app.add_url_rule("/health", view_func=lambda: {"ok": True})
    return app


def create_consent() -> tuple[dict[str, Any], int]:
    wanted = request.get_json()
    if not wanted.get("cpf") or not wanted.get("brandId"):
        return {"error": "cpf and brandId are required"}, 400
    brick: BrickClient = current_app.extensions["brick"]
    payload = {
        "loggedUser": {"document": {"identification": wanted["cpf"], "rel": "CPF"}},
        "brandId": wanted["brandId"],
        "permissions": wanted.get("permissions", ["ACCOUNTS_READ", "RESOURCES_READ"]),
        "expirationDateTime": (datetime.now(timezone.utc) + timedelta(days=360)).isoformat(timespec="seconds"),
    }
    consent = brick.create_consent(payload, request.headers.get("x-idempotency-key") or uuid4().hex)
    answer = {"consentId": consent.consent_id, "status": consent.status, "redirectUrl": consent.redirect_url}
    if consent.processing:
        return answer | {"processing": True}, 202
    return answer, 201


def seconds_to_next_month(now: datetime) -> int:
    first = (now.replace(day=1) + timedelta(days=32)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return int((first - now).total_seconds()) + 1


def brick_failed(exc: BrickError) -> tuple[Response, int]:
    current_app.logger.warning("brick: %s", exc)
    response = jsonify(
        error=type(exc).__name__,
        provider={"status": exc.status, "code": exc.code, "detail": exc.detail},
        interactionId=exc.interaction_id,
    )
    if isinstance(exc, MonthlyLimit):
        response.headers["Retry-After"] = str(seconds_to_next_month(datetime.now(timezone.utc)))
    elif isinstance(exc, (OtherInstitutionFailed, ServerTrouble)):
        response.headers["Retry-After"] = "300"
    return response, exc.http_answer
