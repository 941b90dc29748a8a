"""Import of holdings. One task per credential; waits are countdowns, so no worker is held."""
from __future__ import annotations

from typing import Any

from celery import Celery
from celery.utils.log import get_task_logger

import store
from flanks_api import FlanksReply, holdings
from plan import Step, plan

app = Celery("holdings")
app.conf.update(task_acks_late=True, broker_transport_options={"visibility_timeout": 3 * 24 * 3600})
log = get_task_logger(__name__)


@app.task(bind=True, max_retries=30, name="holdings.import")
def import_holdings(self, credential_id: int) -> int:
    credential = store.credential(credential_id)
    tenant = store.tenant(credential.tenant_id)
    try:
        rows = holdings(tenant.flanks_url, tenant.flanks_token, credential.credentials_token)
    except FlanksReply as exc:
        chosen = plan(exc.status, exc.error_code)
        log.warning("credential %s: %s -> %s", credential_id, exc, chosen.step.value)
        if chosen.step is Step.AGAIN and self.request.retries < chosen.times:
            raise self.retry(exc=exc, countdown=chosen.countdown)
        _hand_over(credential, exc, chosen.step)
        raise
    if rows is None:
        store.save_holdings(credential_id, [], complete=False, gaps=[(None, "holdings")])
        return 0
    gaps = [(index, name) for index, row in enumerate(rows) for name, value in row.items() if value is None]
    store.save_holdings(credential_id, rows, complete=not gaps, gaps=gaps)
    return len(rows)


def _hand_over(credential: Any, exc: FlanksReply, step: Step) -> None:
    store.record_failure(credential.id, exc.status, exc.error_code, exc.text)
    match step:
        case Step.TELL_CLIENT:
            store.notify_client(credential.client_id, exc.error_code)
        case Step.TICKET:
            store.open_ticket("flanks", credential.id, exc.error_code, exc.text)
        case Step.ROTATE_KEY:
            store.page_platform_team(exc.status, exc.text)
        case _:
            store.queue_for_review(credential.id, exc.status, exc.error_code)


@app.task(name="holdings.import-all")
def import_all(tenant_id: int) -> int:
    ids = store.credential_ids(tenant_id)
    for credential_id in ids:
        import_holdings.delay(credential_id)
    return len(ids)
