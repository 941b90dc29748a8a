"""Task base class shared by every job of the importer."""
from __future__ import annotations

import logging

from celery import Task

from ..flanks.errors import FlanksError

log = logging.getLogger(__name__)


class ImporterTask(Task):
    abstract = True
    autoretry_for = (FlanksError, ConnectionError)
    max_retries = 6
    retry_backoff = 20
    retry_backoff_max = 900
    retry_jitter = True

    def on_retry(self, exc, task_id, args, kwargs, einfo):
        log.warning("%s will be tried again: %s", self.name, exc)

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        log.error("%s failed for good: %s", self.name, exc)
