import logging
import os

from celery import Celery
from flask import Flask, jsonify, request

from db import Extraction
from khipu import KhipuClient, KhipuFailure, unwrap

log = logging.getLogger(__name__)

app = Celery("extractions", broker=os.environ.get("BROKER_URL", "redis://localhost"))
web = Flask(__name__)

WAITS = {
    "RETRY_IMMEDIATELY": 2,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 3600 + 60,
}
MAX_STARTS = 3


def client() -> KhipuClient:
    return KhipuClient(os.environ["KHIPU_TOKEN"])


def settle(extraction: Extraction, failure: KhipuFailure) -> None:
    """Book a failure and, if the advice allows, queue another start."""
    fault = failure.fault
    wait = WAITS.get(fault.type)
    if wait is None or extraction.starts >= MAX_STARTS:
        extraction.close(error_code=fault.code, error_type=fault.type, detail=fault.description)
        log.error("extraction %s failed: %s", extraction.id, failure)
        return
    extraction.wait(error_code=fault.code, seconds=wait)
    start.apply_async(args=[extraction.id], countdown=wait)


@app.task
def start(extraction_id: str) -> None:
    extraction = Extraction.get(extraction_id)
    extraction.starts += 1
    try:
        data = client().start_extraction(
            extraction.service, extraction.username, extraction.password, extraction.callback_url
        )
    except KhipuFailure as failure:
        settle(extraction, failure)
        return
    extraction.running(data["Id"])


@web.post("/khipu/notifications/<extraction_id>")
def notification(extraction_id: str):
    extraction = Extraction.get(extraction_id)
    try:
        data = unwrap(request.get_json())
    except KhipuFailure as failure:
        settle(extraction, failure)
    else:
        extraction.done(data)
    return jsonify(received=True)
