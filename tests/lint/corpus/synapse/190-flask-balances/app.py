"""HTTP face of the balances service."""
from __future__ import annotations

import os
from typing import Any

from flask import Blueprint, Flask, current_app, jsonify, request

from client import NodeClient, SynapseError
from service import BalanceService

balances = Blueprint("balances", __name__)


def service() -> BalanceService:
    return current_app.extensions["balances"]


@balances.get("/users/<user_id>/balances/<node_id>")
def show(user_id: str, node_id: str) -> Any:
    ask = service().refreshed if request.args.get("refresh") else service().current
    return jsonify(ask(user_id, node_id).as_json())


@balances.post("/webhooks/synapse/nodes")
def node_changed() -> Any:
    """Synapse posts the whole node after each change."""
    service().remember(request.get_json(force=True))
    return "", 204


@balances.errorhandler(SynapseError)
def synapse_failed(exc: SynapseError) -> Any:
    return jsonify({"http_code": exc.status, "error_code": exc.error_code}), 502


def create_app() -> Flask:
    app = Flask(__name__)
    nodes = NodeClient(
        os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1"),
        {"X-SP-GATEWAY": os.environ.get("SYNAPSE_GATEWAY", ""), "X-SP-USER": os.environ.get("SYNAPSE_USER", "")},
    )
    app.extensions["balances"] = BalanceService(nodes)
    app.register_blueprint(balances)
    return app
