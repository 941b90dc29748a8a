from __future__ import annotations

import logging

import backoff

from .exceptions import BrokerError

log = logging.getLogger(__name__)

#: never worth a second attempt
FATAL_CODES = {40001, 50002, 50003}
FATAL_STATUSES = {401, 405, 409, 415}


def fatal(exc: Exception) -> bool:
    code = getattr(exc, "error_code", None)
    status = getattr(exc, "http_status", None)
    return code in FATAL_CODES or status in FATAL_STATUSES


resilient = backoff.on_exception(
    backoff.expo,
    BrokerError,
    base=3,
    factor=20,
    max_value=600,
    max_tries=5,
    giveup=fatal,
    logger=log,
)
