import logging
import os

import requests

from . import errors, metrics, settings

log = logging.getLogger(__name__)


def fetch(service, credentials, **parameters):
    with metrics.timed("khipu.%s" % service):
        response = requests.post(
            "%s/v1/cl/services/%s/statement" % (settings.KHIPU_BASE, service),
            json=dict(parameters, Username=credentials[0], Password=credentials[1]),
            headers={"Authorization": "Bearer %s" % os.environ["KHIPU_TOKEN"]},
            timeout=settings.KHIPU_TIMEOUT,
        )
    document = response.json()
    if document["Status"] != "OK":
        failure = errors.build(document["Error"])
        log.warning("khipu %s: %s %s", service, type(failure).__name__, failure.args)
        raise failure
    return document["Data"]
