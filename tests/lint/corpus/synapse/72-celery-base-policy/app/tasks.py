from celery import shared_task

from . import config
from .bank import balance
from .celery_base import BankTask
from .models import Node


@shared_task(base=BankTask)
def refresh(node_id):
    node = Node.get(node_id)
    node.save_balance(balance(config.SYNAPSE_URL, node.headers, node.user, node.remote))


@shared_task
def refresh_stale():
    for node_id in Node.stale_ids():
        refresh.delay(node_id)
