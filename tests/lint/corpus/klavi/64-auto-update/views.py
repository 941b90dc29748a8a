# -*- coding: utf-8 -*-
from flask import Blueprint, current_app, jsonify, request

from klavi_updates import (
    BadUpdateRequest,
    ConsentMissing,
    PartnerSetupError,
    UpdateError,
    UpdateLimit,
)

bp = Blueprint("auto_update", __name__, url_prefix="/connections")


def _problem(exc, status, name):
    return jsonify(error=name, provider="klavi", provider_code=exc.code, detail=exc.message), status


@bp.route("/<key>/auto-update", methods=["PUT"])
def put_auto_update(key):
    client = current_app.extensions["klavi_updates"]
    wanted = bool((request.get_json(silent=True) or {}).get("enabled"))
    try:
        client.set_auto_update(key, wanted)
    except ConsentMissing as exc:
        return _problem(exc, 403, "consent_required")
    except UpdateLimit as exc:
        return _problem(exc, 429, "update_limit")
    except BadUpdateRequest as exc:
        return _problem(exc, 422, "bad_request")
    except PartnerSetupError as exc:
        current_app.logger.critical("klavi partner account: %s", exc)
        return _problem(exc, 500, "partner_setup")
    except UpdateError as exc:
        return _problem(exc, 502, "provider_error")
    return jsonify(enabled=wanted)
