from celery import Celery

app = Celery("ledgers", broker="redis://redis:6379/2", include=["tasks"])
app.conf.update(task_acks_late=True, worker_prefetch_multiplier=1, timezone="America/Santiago")
