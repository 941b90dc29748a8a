import celery
import requests

from . import errors, metrics


class StatementTask(celery.Task):
    abstract = True
    autoretry_for = (requests.ConnectionError, requests.Timeout, errors.Hiccup)
    dont_autoretry_for = (errors.Refused, errors.UnderRepair)
    max_retries = 3
    default_retry_delay = 10

    def on_retry(self, exc, task_id, args, kwargs, einfo):
        metrics.count("statement.retry.%s" % getattr(exc, "code", type(exc).__name__))

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        metrics.count("statement.failure.%s" % getattr(exc, "code", type(exc).__name__))
