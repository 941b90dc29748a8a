from celery import Task

from .bank import BankDown, BankThrottled


class BankTask(Task):
    """Waits for the bank; anything else fails at once and is looked at by a person."""

    abstract = True
    autoretry_for = (BankDown, BankThrottled)
    max_retries = 5
    default_retry_delay = 20 * 60
    retry_backoff = False
