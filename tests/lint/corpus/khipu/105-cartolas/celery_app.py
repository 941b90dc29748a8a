import os

from celery import Celery

app = Celery("cartolas", broker=os.environ.get("BROKER_URL", "redis://localhost:6379/2"))
app.conf.update(
    task_acks_late=True,
    task_serializer="json",
    # los reintentos largos tienen que caber en el visibility_timeout
    broker_transport_options={"visibility_timeout": 6 * 60 * 60},
)
