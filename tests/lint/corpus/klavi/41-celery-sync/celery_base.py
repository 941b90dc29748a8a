import os

import celery

from exceptions import KlaviError, KlaviTransportError

app = celery.Celery("integrations", broker=os.environ.get("BROKER_URL", "memory://"))


class ProviderTask(celery.Task):
    """Base of every task that talks to a data provider."""

    abstract = True
    autoretry_for = (KlaviError, KlaviTransportError)
    max_retries = 5
    retry_backoff = 30
    retry_backoff_max = 600
    retry_jitter = True

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        from store import mark_failed

        mark_failed(kwargs.get("user_id"), getattr(exc, "code", None), str(exc))
