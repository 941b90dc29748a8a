from celery import shared_task

from ..flanks.api import FlanksApi
from ..models import Credential, Holding
from ..settings import FLANKS_TOKEN
from .base import ImporterTask


@shared_task(bind=True, base=ImporterTask)
def import_holdings(self, credential_id):
    credential = Credential.objects.get(pk=credential_id)
    api = FlanksApi(FLANKS_TOKEN)
    rows = api.holdings(credential.token)
    Holding.objects.filter(credential=credential).delete()
    Holding.objects.bulk_create(Holding.from_flanks(credential, row) for row in rows)
    return len(rows)


@shared_task(bind=True, base=ImporterTask)
def nightly(self):
    for pk in Credential.objects.active().values_list("pk", flat=True):
        import_holdings.delay(pk)
