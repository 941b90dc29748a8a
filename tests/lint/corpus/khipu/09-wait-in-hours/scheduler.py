"""Runs bank reads one after the other in a long-lived process."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from banks import KhipuError
from settings import settings

log = logging.getLogger(__name__)


def run(job: Callable[[], Any]) -> Any:
    failures = 0
    while True:
        try:
            return job()
        except KhipuError as exc:
            failures += 1
            pause = settings.pauses.get(exc.advice)
            if pause is None or failures == settings.attempts:
                log.error("giving up after %d: %s", failures, exc)
                raise
            log.info("next try in %s h", pause)
        time.sleep(pause)
