import logging

from celery import Celery
from celery.schedules import crontab

from bank import BankConnector, KhipuError
from store import CredentialStore

app = Celery("cartolas", broker="redis://localhost/0")
app.conf.beat_schedule = {
    "every-night": {"task": "tasks.schedule_all", "schedule": crontab(hour=2, minute=15)},
}
logger = logging.getLogger(__name__)
store = CredentialStore()


@app.task
def schedule_all(month=None):
    for cred_id in store.active_ids():
        download_statement.delay(cred_id, month)
        refresh_balance.delay(cred_id)


@app.task(bind=True, max_retries=4)
def download_statement(self, cred_id, month):
    connector = BankConnector(store.load(cred_id))
    try:
        data = connector.statements(month)
    except KhipuError as exc:
        if exc.kind == "RETRY_IMMEDIATELY":
            raise self.retry(exc=exc, countdown=10)
        if exc.kind == "WAIT_4_HOURS_BEFORE_RETRY":
            raise self.retry(exc=exc, countdown=4 * 60)
        if exc.code.startswith("E3"):
            logger.info("credential %s: no statement for %s yet", cred_id, month)
            return None
        store.set_error(cred_id, exc.code, exc.description, ask_login=exc.is_logon)
        raise
    store.save_statement(cred_id, month, data)
    return len(data.get("Movements", []))


@app.task(autoretry_for=(KhipuError,), retry_backoff=5, retry_jitter=False, max_retries=5)
def refresh_balance(cred_id):
    connector = BankConnector(store.load(cred_id))
    data = connector.balance()
    store.save_balance(cred_id, data)
