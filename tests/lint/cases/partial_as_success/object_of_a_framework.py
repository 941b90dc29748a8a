# errpact: provider=synapse
"""An object that a framework keeps for the project is what the variable's annotation says: who calls it may ask."""

import requests
from flask import Blueprint, current_app, jsonify, request

banks = Blueprint("banks", __name__)


class ApiFailure(Exception):
    def __init__(self, body):
        super().__init__(body["error_code"])
        self.body = body


class Nodes:
    def __init__(self, gateway, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = gateway

    def link(self, user, bank):
        response = self.session.post(f"{self.base_url}/users/{user}/nodes", json={"bank": bank}, timeout=45)
        body = response.json()
        if body["error_code"] not in ("0", "10"):
            raise ApiFailure(body)
        return body


class Subnets:
    def __init__(self, gateway, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.gateway = gateway

    def link(self, user, bank):
        headers = {"X-SP-GATEWAY": self.gateway}
        response = requests.post(
            f"{self.base_url}/users/{user}/subnets", json={"bank": bank}, headers=headers, timeout=45
        )
        body = response.json()
        if body["error_code"] not in ("0", "10"):  # error: EP202 10
            raise ApiFailure(body)
        return body


@banks.post("/banks")
def link_bank():
    form = request.get_json()
    api: Nodes = current_app.extensions["nodes"]
    try:
        body = api.link(form["user"], form["bank"])
    except ApiFailure as failure:
        return jsonify(code=failure.body["error_code"]), 422
    if body["error_code"] == "10":
        return jsonify(state="pending"), 202
    return jsonify(state="linked", nodes=[node["_id"] for node in body["nodes"]]), 201


@banks.post("/subnets")
def link_subnet():
    form = request.get_json()
    api: Subnets = current_app.extensions["subnets"]
    try:
        body = api.link(form["user"], form["bank"])
    except ApiFailure as failure:
        return jsonify(code=failure.body["error_code"]), 422
    return jsonify(state="linked", subnets=len(body["subnets"])), 201
