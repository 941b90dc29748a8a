"""Imports one connection's movements. A long-running worker: it may sleep for hours."""
from __future__ import annotations

import logging
import time

from khipu_sdk import Khipu, Movement, Postponed

log = logging.getLogger(__name__)

ROUNDS = 3


def import_movements(khipu: Khipu, bank: str, username: str, password: str) -> list[Movement]:
    for left in reversed(range(ROUNDS)):
        try:
            return list(khipu.banks.movements(bank, username, password))
        except Postponed as exc:
            if not left:
                raise
            log.info("%s, again in %s", exc, exc.retry_after)
            time.sleep(exc.retry_after.total_seconds())
    return []
