import csv
import io
import logging
import os
import time

import httpx
from flask import Flask, Response, jsonify

from synapse_api import SynapseApi, SynapseApiError
from users import refresh_token_of

app = Flask(__name__)
log = logging.getLogger("export")
api = SynapseApi(os.environ["SYNAPSE_GATEWAY"], os.environ["SYNAPSE_FINGERPRINT"])


def notify_slack(text: str) -> None:
    for pause in (1, 2, 4):
        reply = httpx.post(os.environ["SLACK_WEBHOOK"], json={"text": text})
        if reply.status_code in (429, 500, 502, 503):
            time.sleep(pause)
            continue
        reply.raise_for_status()
        return
    log.warning("slack did not take the message")


@app.errorhandler(SynapseApiError)
def synapse_failed(exc: SynapseApiError):
    if exc.error_code in ("100", "300"):
        notify_slack(f"our Synapse credentials are not accepted: {exc}")
    status = 503 if exc.error_code in ("429", "503") else 502
    return jsonify(error=exc.text, error_code=exc.error_code, http_code=exc.http_code), status


@app.get("/users/<user_id>/transactions.csv")
def export(user_id: str):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["id", "amount", "currency", "status"])
    for tran in api.transactions(user_id, refresh_token_of(user_id)):
        amount = tran["amount"]
        writer.writerow([tran["_id"], amount["amount"], amount["currency"], tran["recent_status"]["status"]])
    return Response(buffer.getvalue(), mimetype="text/csv")
