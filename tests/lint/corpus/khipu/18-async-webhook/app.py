"""Receives the results of the asynchronous Khipu services."""
import json

from flask import Flask, jsonify, request

from store import mark, state
from tasks import run_service

app = Flask(__name__)


@app.post("/services/<name>")
def begin(name: str):
    run_service.send(name, request.get_json(), request.host_url + "khipu/hook")
    return jsonify(queued=True), 202


@app.post("/khipu/hook")
def hook():
    doc = request.get_json(force=True)
    if doc["Status"] == "ERROR":
        return "", 204
    mark(doc["OperationId"], "done", data=json.dumps(doc["Data"]))
    return "", 204


@app.get("/operations/<op_id>")
def operation(op_id: str):
    return jsonify(id=op_id, state=state(op_id))
