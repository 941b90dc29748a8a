"""States of a bank link and how Klavi's codes move it."""
from __future__ import annotations

from enum import Enum

HOUR = 60 * 60


class LinkState(Enum):
    NEW = "new"
    CONNECTED = "connected"
    SCHEDULED = "scheduled"
    NEEDS_USER = "needs-user"
    FAILED = "failed"


RESUME_AFTER = {
    406: 12 * HOUR,
    414: 24 * HOUR,
    415: HOUR // 2,
}

USER_CODES = {402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435}


def next_state(code: int) -> LinkState:
    if 200 <= code < 300:
        return LinkState.CONNECTED
    if code in RESUME_AFTER:
        return LinkState.SCHEDULED
    if code in USER_CODES:
        return LinkState.NEEDS_USER
    return LinkState.FAILED
