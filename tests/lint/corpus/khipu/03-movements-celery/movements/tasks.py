import os

from celery import shared_task
from celery.utils.log import get_task_logger

from .constants import FOUR_HOURS, TYPE_RETRY, TYPE_WAIT
from .gateway import KhipuException, KhipuGateway
from .store import Store

logger = get_task_logger(__name__)
store = Store(os.environ.get("MOVEMENTS_DB", "movements.db"))


def get_gateway():
    return KhipuGateway(os.environ["KHIPU_TOKEN"])


@shared_task(bind=True, max_retries=4, acks_late=True)
def sync_movements(self, link_id):
    link = store.load_link(link_id)
    try:
        rows = get_gateway().movements(link["bank"], link["user"], link["password"], link["since"])
    except KhipuException as exc:
        if exc.type == TYPE_RETRY:
            raise self.retry(exc=exc, countdown=5)
        if exc.type == TYPE_WAIT:
            raise self.retry(exc=exc, countdown=FOUR_HOURS)
        logger.info("no movements for link %s", link_id)
        return 0
    store.save_movements(link_id, rows)
    return len(rows)


@shared_task
def sync_all():
    for link_id in store.active_links():
        sync_movements.delay(link_id)
