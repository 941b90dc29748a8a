"""How long to wait before asking Flanks again, by error code."""
from __future__ import annotations

MINUTE = 60
HOUR = 60 * MINUTE

COUNTDOWN = {
    20002: 5 * MINUTE,  # still being extracted
    20003: 25 * HOUR,  # quality and security review, 24-48 h
    50001: 2 * HOUR,  # the bank is down
}


def countdown_for(code: int | None) -> int | None:
    if code is None:
        return None
    return COUNTDOWN.get(code)
