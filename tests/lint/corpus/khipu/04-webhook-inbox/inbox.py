"""Receives the results of our asynchronous Khipu calls."""
from __future__ import annotations

import hmac
import os

from flask import Blueprint, Flask, abort, request

from operations import Operations
from steps import dispatch

bp = Blueprint("khipu", __name__, url_prefix="/hooks/khipu")
operations = Operations(os.environ.get("OPERATIONS_DB", ":memory:"))


@bp.post("/<secret>")
def receive(secret: str):
    if not hmac.compare_digest(secret, os.environ["KHIPU_HOOK_SECRET"]):
        abort(404)
    doc = request.get_json(force=True)
    op = operations.find(doc["OperationId"])
    if op is None:
        abort(410)
    if doc["Status"] == "OK":
        operations.finish(op, doc["Data"])
    else:
        dispatch(operations, op, doc["Error"])
    return {"received": True}


@bp.get("/pending")
def pending():
    return {"pending": operations.count("waiting")}


def create_app() -> Flask:
    app = Flask(__name__)
    app.register_blueprint(bp)
    return app
