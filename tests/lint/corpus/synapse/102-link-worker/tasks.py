import os

from celery import Celery
from celery.utils.log import get_task_logger

from errors import SynapseApiError
from notifications import ask_mfa, tell_user
from synapse_api import SynapseApi
from vault import open_credentials

celery_app = Celery("link", broker=os.getenv("REDIS_URL", "redis://localhost:6379/0"))
logger = get_task_logger(__name__)

COME_BACK = frozenset({"429", "500", "503"})


def api():
    return SynapseApi(os.environ["SYNAPSE_ID"], os.environ["SYNAPSE_SECRET"], os.environ.get("SYNAPSE_URL"))


@celery_app.task(bind=True, max_retries=6, acks_late=True)
def link_bank(self, user_id, oauth_key, vault_key):
    creds = open_credentials(vault_key)
    try:
        result = api().link_bank(user_id, oauth_key, creds["bank"], creds["username"], creds["password"])
    except SynapseApiError as exc:
        if exc.code in COME_BACK:
            raise self.retry(exc=exc, countdown=300 * (self.request.retries + 1))
        logger.warning("link of %s failed: %s", user_id, exc)
        tell_user(user_id, "link_failed", status=exc.status, code=exc.code, message=exc.message)
        return {"state": "failed", "code": exc.code, "status": exc.status}
    if result.state == "mfa":
        ask_mfa(user_id, result.mfa_token, result.question)
    else:
        tell_user(user_id, "linked", accounts=len(result.nodes))
    return {"state": result.state}
