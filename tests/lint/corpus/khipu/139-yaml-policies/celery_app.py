from __future__ import annotations

import os

from celery import Celery

app = Celery("harvest", broker=os.environ.get("BROKER_URL", "redis://localhost/0"), include=["tasks"])
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    # Longer than the longest countdown of policies.yaml, or redis hands the same message out twice.
    broker_transport_options={"visibility_timeout": 6 * 3600},
    beat_schedule={"harvest": {"task": "tasks.harvest_all", "schedule": 24 * 3600.0}},
)
