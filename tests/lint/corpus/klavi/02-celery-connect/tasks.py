"""Background connection of the accounts that customers left with us."""
import logging

from celery import Celery

import storage
from klavi_api import Klavi, KlaviFault

logger = logging.getLogger(__name__)
app = Celery("accounts", broker="redis://redis:6379/2")

HOUR = 60 * 60
DAY = 24 * HOUR

# seconds until the login may be attempted again
COOL_DOWN = {
    403: 2 * HOUR,
    406: DAY,
    414: DAY,
    415: 15 * 60,
    423: 2 * HOUR,
}


@app.task(bind=True, max_retries=4, acks_late=True, ignore_result=True)
def connect_account(self, account_id):
    account = storage.load(account_id)
    klavi = Klavi(account.partner_token)
    try:
        connected = klavi.connect(account.institution, account.vault.open())
    except KlaviFault as fault:
        storage.note(account_id, code=fault.code, message=fault.message)
        if fault.code not in COOL_DOWN:
            storage.ask_customer(account_id, fault.code)
            return
        logger.info("account %s waits after %s", account_id, fault.code)
        raise self.retry(exc=fault, countdown=COOL_DOWN[fault.code])
    storage.connected(account_id, connected.link_id, missing=connected.missing)
