from celery import shared_task
from django.db import transaction

from . import flanks
from .models import Connection, Holding


@shared_task(
    autoretry_for=(flanks.FlanksError,),
    retry_kwargs={"max_retries": 8},
    default_retry_delay=300,
)
def sync_holdings(connection_id):
    connection = Connection.objects.get(pk=connection_id)
    if connection.status != Connection.Status.READY:
        return 0
    rows = flanks.investments(connection.credentials_token)
    with transaction.atomic():
        connection.holding_set.all().delete()
        Holding.objects.bulk_create(
            Holding(connection=connection, isin=row["isin"], units=row["units"], value=row["value"])
            for row in rows
        )
    return len(rows)
