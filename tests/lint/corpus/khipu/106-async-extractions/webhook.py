import logging
import os

from flask import Flask, jsonify, request

from operations import MAX_RESUBMITS, Operations, settle

app = Flask(__name__)
log = logging.getLogger(__name__)

khipu = Operations(os.environ.get("KHIPU_TOKEN", ""))
NOTIFY_URL = os.environ.get("NOTIFY_URL", "https://example.org/hooks/khipu")

# TODO: move to redis, this dies with the worker
JOBS = {}


def register(operation_id, service, payload, resubmits=0):
    JOBS[operation_id] = {"service": service, "payload": payload, "resubmits": resubmits, "state": "sent"}


@app.post("/hooks/khipu")
def khipu_hook():
    doc = request.get_json(force=True)
    job = JOBS.get(doc.get("OperationId"))
    if job is None:
        return jsonify(ignored=True), 202
    outcome = settle(doc)
    job.update(state=outcome.state, code=outcome.code, reason=outcome.reason,
               data=outcome.data, not_before=outcome.not_before)
    if outcome.state == "resubmit" and job["resubmits"] < MAX_RESUBMITS:
        new_id = khipu.submit(job["service"], job["payload"], NOTIFY_URL)
        register(new_id, job["service"], job["payload"], job["resubmits"] + 1)
        log.info("resubmitted %s as %s", doc["OperationId"], new_id)
    return jsonify(state=outcome.state)


@app.get("/jobs/<operation_id>")
def job_state(operation_id):
    job = JOBS.get(operation_id)
    if not job:
        return jsonify(error="unknown job"), 404
    return jsonify({k: job.get(k) for k in ("state", "code", "reason", "not_before")})
