from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)

Reply = dict[str, Any]


def until(done: Callable[[Reply], bool], ask: Callable[[], Reply], *, every: float, tries: int) -> Reply:
    """Asks again and again until the reply is fine, at most `tries` times."""
    reply = ask()
    while not done(reply) and (tries := tries - 1):
        log.debug("not done: %s", reply.get("Error"))
        time.sleep(every)
        reply = ask()
    return reply
