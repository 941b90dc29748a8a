import logging

from flask import Flask, abort, jsonify, request

import config
from gateway import StartRejected, start_statement
from store import OperationStore, utcnow

log = logging.getLogger(__name__)


def create_app(store: OperationStore, vault) -> Flask:
    app = Flask(__name__)

    def submit(rut, submits):
        op_id = start_statement(rut, vault.password(rut))
        store.add(op_id, rut, submits)
        return op_id

    @app.post("/statements/<rut>")
    def create(rut):
        try:
            return jsonify(id=submit(rut, 1)), 202
        except StartRejected as rejected:
            return jsonify(error=rejected.error), 502

    @app.post("/hooks/khipu")
    def khipu_hook():
        document = request.get_json()
        operation = store.get(document["OperationId"])
        if operation is None:
            abort(404)
        if operation["state"] != "running":
            return "", 204
        op_id = operation["id"]
        if document["Status"] == "OK":
            store.finish(op_id, document["Data"])
            return "", 204

        error = document["Error"]
        again = operation["submits"] < config.MAX_SUBMITS
        if error["Code"] == "L000":
            store.close(op_id, "timed-out", error)
        elif error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY" and again:
            store.schedule(op_id, error, utcnow() + config.LONG_WAIT)
        elif error["Type"] == "RETRY_IMMEDIATELY" and again:
            store.close(op_id, "resubmitted", error)
            try:
                submit(operation["rut"], operation["submits"] + 1)
            except StartRejected as rejected:
                store.close(op_id, "failed", rejected.error)
        else:
            log.warning("operation %s failed: %s %s", op_id, error["Code"], error["Type"])
            store.close(op_id, "failed", error)
        return "", 204

    @app.cli.command("resubmit-due")
    def resubmit_due():
        for row in store.take_due(utcnow()):
            try:
                submit(row["rut"], row["submits"] + 1)
            except StartRejected as rejected:
                store.close(row["id"], "failed", rejected.error)

    return app
