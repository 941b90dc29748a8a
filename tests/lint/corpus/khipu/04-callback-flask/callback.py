"""Receives the results of asynchronous extractions and decides what happens to the job."""
import hmac
import logging
from dataclasses import dataclass
from datetime import timedelta

import requests
from flask import Blueprint, abort, current_app, jsonify, request
from redis import Redis
from rq import Queue

from .store import Job, jobs

bp = Blueprint("khipu_callback", __name__)
log = logging.getLogger("extractions")
queue = Queue("khipu", connection=Redis())

KHIPU_API = "https://api.khipu.com"
MAX_SUBMISSIONS = 3


@dataclass(frozen=True, slots=True)
class Failure:
    code: str
    type: str
    text: str

    @classmethod
    def parse(cls, error: dict[str, str]) -> "Failure":
        return cls(error["Code"], error["Type"], error["Description"])

    @property
    def nothing_to_show(self) -> bool:
        return "E300" <= self.code <= "E399"


def submit(job_id: str) -> None:
    job = jobs.get(job_id)
    job.submissions += 1
    jobs.save(job)
    answer = requests.post(
        f"{KHIPU_API}/v1/{job.country}/{job.service}",
        headers={"Authorization": f"Bearer {job.tenant.khipu_token}"},
        json=job.payload | {"CallbackUrl": job.callback_url},
        timeout=60,
    ).json()
    if answer["Status"] == "ERROR":
        settle(job, Failure.parse(answer["Error"]))
    else:
        job.operation = answer["OperationId"]
        jobs.save(job)


def settle(job: Job, failure: Failure) -> str:
    log.warning("job %s: %s %s %s", job.id, failure.code, failure.type, failure.text)
    job.last_error = f"{failure.code}|{failure.type}|{failure.text}"
    match failure:
        case Failure(type="RETRY_IMMEDIATELY") if job.submissions < MAX_SUBMISSIONS:
            queue.enqueue(submit, job.id)
            job.state = "resubmitted"
        case Failure(type="WAIT_4_HOURS_BEFORE_RETRY") if job.submissions < MAX_SUBMISSIONS:
            queue.enqueue_in(timedelta(hours=4, minutes=5), submit, job.id)
            job.state = "postponed"
        case Failure(nothing_to_show=True):
            job.state = "empty"
        case _:
            job.state = "failed"
    jobs.save(job)
    return job.state


@bp.post("/hooks/khipu/<job_id>")
def khipu_result(job_id: str):
    if not hmac.compare_digest(request.args.get("k", ""), current_app.config["HOOK_KEY"]):
        abort(403)
    job = jobs.get(job_id)
    if job is None:
        abort(404)
    doc = request.get_json()
    if doc["Status"] == "OK":
        job.result, job.state = doc["Data"], "done"
        jobs.save(job)
        return jsonify(state=job.state)
    return jsonify(state=settle(job, Failure.parse(doc["Error"])))
