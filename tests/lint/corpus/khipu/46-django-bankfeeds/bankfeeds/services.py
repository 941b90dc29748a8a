import logging

import requests
from django.db import transaction

from . import conf
from .exceptions import FeedError
from .models import Movement

logger = logging.getLogger(__name__)

_session = requests.Session()
_session.headers.update({"Authorization": "Bearer %s" % conf.KHIPU_API_KEY})


def fetch_movements(link):
    """Raises FeedError; transport problems surface as requests exceptions."""
    response = _session.post(
        "%s/v1/cl/banks/%s/account-statement" % (conf.KHIPU_HOST, link.bank_slug),
        json={
            "Username": link.username,
            "Password": link.decrypted_password(),
            "Account": link.account_number,
        },
        timeout=conf.KHIPU_TIMEOUT,
    )
    envelope = response.json()
    if envelope["Status"] == "ERROR":
        raise FeedError.build(envelope["Error"])
    return envelope["Data"]["Movements"]


@transaction.atomic
def store_movements(link, rows):
    created = 0
    for row in rows:
        _, is_new = Movement.objects.get_or_create(
            link=link,
            external_id=row["Id"],
            defaults={"amount": row["Amount"], "booked_on": row["Date"], "text": row["Description"]},
        )
        created += int(is_new)
    logger.info("link %s: %d new movements", link.pk, created)
    return created
