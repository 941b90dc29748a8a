from __future__ import annotations

import hashlib
import hmac
import os

from flask import Flask, abort, current_app, jsonify, request

from flanks_api import FlanksError, LinkExchange
from store import Store

app = Flask(__name__)
store = Store(os.environ.get("GRANTS_DB", "grants.db"))
exchange = LinkExchange(os.environ.get("FLANKS_TOKEN", ""))


@app.get("/link/return")
def link_return():
    code, client = request.args.get("code"), request.args.get("state")
    if not code or not client:
        abort(400)
    try:
        grant = exchange.redeem(code)
    except FlanksError as exc:
        current_app.logger.error("client %s: %s", client, exc)
        return jsonify(status="failed", error_code=exc.error_code, detail=exc.text), 502
    store.save(client, grant)
    if grant.under_review:
        return jsonify(status="under review", ready=grant.usable_from.isoformat()), 202
    return jsonify(status="connected")


@app.post("/hooks/crm")
def crm_event():
    """Our own CRM: code 20003 is 'client merged', 50002 is 'client left'."""
    signature = hmac.new(os.environ["CRM_KEY"].encode(), request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(signature, request.headers.get("X-Signature", "")):
        abort(403)
    event = request.get_json()
    if event["code"] in (20003, 50002):
        store.forget(event["client"])
    return "", 204
