"""Webhooks of Plaid, delivered to us: a code there is Plaid's, and we put it back where it came from."""

from flask import Blueprint, jsonify, request

from .banks import BankError, accounts

hooks = Blueprint("hooks", __name__)
SEEN = {}


@hooks.post("/plaid")
def plaid_hook():
    body = request.get_json()
    code = body.get("webhook_code")
    if code == "ERROR" and body["error"]["error_code"] == "ITEM_LOGIN_REQUIRED":
        return jsonify(code=202)
    for attempt in range(3):
        try:
            SEEN[body["item_id"]] = accounts("plaid", body["item_id"])
            return jsonify(code=200)
        except BankError as error:
            last = error
    return jsonify(code=last.code), 502


@hooks.get("/status")
def status():
    code = int(request.args.get("code", 0))
    return jsonify(code=406 if code == 406 else 200)
