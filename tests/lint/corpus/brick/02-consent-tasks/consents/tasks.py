import datetime as dt

import requests
from celery import Celery
from celery.utils.log import get_task_logger

from . import alerts, api, policy, settings, store
from .errors import BrickProblem, DraftIncomplete

app = Celery("consents", broker=settings.BROKER)
log = get_task_logger(__name__)


@app.task(
    bind=True,
    acks_late=True,
    max_retries=policy.MAX_REPEATS,
    autoretry_for=(requests.ConnectionError,),
    retry_backoff=30,
    throws=(DraftIncomplete,),
)
def request_consent(self, draft_id):
    draft = store.load(draft_id)
    if not draft.permissions:
        raise DraftIncomplete(draft_id)
    try:
        consent_id = api.post_consent(draft)
    except BrickProblem as problem:
        log.warning("draft %s: %s", draft_id, problem)
        pause = policy.pause_for(problem, self.request.retries)
        if pause is not None:
            raise self.retry(exc=problem, countdown=pause)
        if problem.status == 202:
            store.set_state(draft_id, "accepted")
            return None
        if problem.code == "LIMITE_OPERACIONAL_EXCEDIDO":
            when = policy.first_of_next_month(dt.datetime.now(dt.timezone.utc))
            store.set_state(draft_id, "parked:" + problem.code)
            request_consent.apply_async((draft_id,), eta=when)
            return None
        store.set_state(draft_id, "failed:" + problem.code)
        alerts.tell_ops("consent draft %s stopped: %s" % (draft_id, problem))
        raise
    store.set_state(draft_id, "sent:" + consent_id)
    return consent_id
