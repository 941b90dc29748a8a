import os

from flask import Blueprint, current_app, g, jsonify, request

from synapse_api import SANDBOX, Synapse, SynapseError

bp = Blueprint("banks", __name__, url_prefix="/banks")

synapse = Synapse(
    os.environ.get("SYNAPSE_ID", ""),
    os.environ.get("SYNAPSE_SECRET", ""),
    os.environ.get("SYNAPSE_FINGERPRINT", "static-fp"),
    base_url=os.environ.get("SYNAPSE_URL", SANDBOX),
)


@bp.before_request
def load_user():
    g.user_id = request.headers.get("X-User-Id")
    g.oauth_key = request.headers.get("X-Synapse-Oauth", "")


@bp.post("/link")
def link():
    form = request.get_json()
    try:
        accounts = synapse.nodes.bank_login(
            g.user_id, g.oauth_key, form["bank"], form["username"], form["password"], ip=request.remote_addr)
    except SynapseError:
        return jsonify(linked=False, message="We could not link your bank"), 400
    current_app.logger.info("user %s linked %s accounts", g.user_id, len(accounts))
    return jsonify(linked=True, accounts=accounts)


@bp.get("/")
def index():
    try:
        nodes = synapse.nodes.list(g.user_id, g.oauth_key, type_="ACH-US")
    except SynapseError as exc:
        return jsonify(error=exc.message, http_code=exc.http_code, error_code=exc.error_code), 502
    return jsonify(nodes=nodes)
