from __future__ import annotations

from flask import Blueprint, current_app, jsonify, request

from itp import BrickClient, BrickError, BrickUnavailable, ConsentRefused, ConsentRequest, InvalidConsentRequest

bp = Blueprint("consents", __name__, url_prefix="/consents")


def client() -> BrickClient:
    return current_app.extensions["brick"]


@bp.errorhandler(BrickError)
def brick_error(exc: BrickError):
    if isinstance(exc, InvalidConsentRequest):
        status = 400
    elif isinstance(exc, ConsentRefused):
        status = 409
    elif isinstance(exc, BrickUnavailable):
        status = 503
    else:
        status = 502
    current_app.logger.warning("brick: %s [%s]", exc, exc.interaction_id)
    return jsonify(code=exc.code, title=exc.title, detail=exc.detail, interaction=exc.interaction_id), status


@bp.post("")
def create():
    consent = client().create_consent(ConsentRequest.model_validate(request.get_json()))
    return jsonify(consent.model_dump()), 201


@bp.get("/<consent_id>")
def show(consent_id: str):
    return jsonify(client().consent(consent_id).model_dump())
