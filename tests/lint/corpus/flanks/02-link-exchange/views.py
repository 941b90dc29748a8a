"""Flask blueprint: where the customer's browser lands after Flanks Link."""
from datetime import datetime, timedelta, timezone
from http import HTTPStatus

from flask import Blueprint, current_app, jsonify, request

from gateway import FlanksRefused

bp = Blueprint("flanks_link", __name__, url_prefix="/link")

SECURITY_CHECK = 20003
ASK_AGAIN = {50002: "credentials", 50003: "second_factor"}


def _later(hours):
    return datetime.now(timezone.utc) + timedelta(hours=hours)


@bp.get("/callback")
def callback():
    code = request.args.get("code")
    customer = request.args.get("state")
    if not code:
        return jsonify(error="missing code"), HTTPStatus.BAD_REQUEST
    store = current_app.extensions["link_store"]
    try:
        token, active = current_app.extensions["flanks"].exchange(code)
    except FlanksRefused as refused:
        if refused.error_code == SECURITY_CHECK:
            store.hold(customer, until=_later(48))
            return jsonify(state="in_review"), HTTPStatus.ACCEPTED
        if refused.error_code in ASK_AGAIN:
            return jsonify(state="action_needed", ask=ASK_AGAIN[refused.error_code]), HTTPStatus.CONFLICT
        if refused.error_code == 50001:
            return jsonify(state="bank_unavailable", message=refused.error), HTTPStatus.SERVICE_UNAVAILABLE
        current_app.logger.error(
            "flanks link refused: http=%s code=%s %s", refused.status, refused.error_code, refused.error
        )
        store.fail(customer, refused.error_code, refused.error)
        return jsonify(state="failed", code=refused.error_code), HTTPStatus.BAD_GATEWAY
    store.save(customer, token, usable_from=None if active else _later(48))
    return jsonify(state="linked" if active else "in_review")
