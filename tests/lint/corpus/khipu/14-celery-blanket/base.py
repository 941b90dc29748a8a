"""Base task of the imports app."""
from __future__ import annotations

from celery import Task


class ImportTask(Task):
    autoretry_for = (Exception,)
    retry_kwargs = {"max_retries": 6}
    retry_backoff = 5
    retry_backoff_max = 900

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        from .models import ImportRun

        ImportRun.mark_failed(task_id, getattr(exc, "code", None), str(exc))
