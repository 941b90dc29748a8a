"""POST /banks: called by the link page."""
from __future__ import annotations

from flask import Blueprint, current_app, jsonify, request

from sdk import LinkRefused, SynapseApi

banks = Blueprint("banks", __name__)


@banks.post("/banks")
def link_bank():
    form = request.get_json()
    api: SynapseApi = current_app.extensions["synapse"]
    try:
        body = api.link(form["user"], form["key"], form["bank"], form["login"], form["password"])
    except LinkRefused as refused:
        return jsonify(error=refused.text, code=refused.error_code, http_code=refused.http_code), 422
    if body["error_code"] == "10":
        return jsonify(state="pending", mfa=body.get("mfa")), 202
    return jsonify(state="linked", nodes=[node["_id"] for node in body["nodes"]]), 201
