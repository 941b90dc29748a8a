from __future__ import annotations

from datetime import timedelta
from typing import Any

import tenacity

PENDING_REGISTRATION = 415


def pending(body: dict[str, Any]) -> bool:
    return body.get("code") == PENDING_REGISTRATION


def last_body(state: tenacity.RetryCallState) -> dict[str, Any]:
    """What the last attempt returned, when patience ran out."""
    assert state.outcome is not None
    return state.outcome.result()


until_registered = tenacity.retry(
    retry=tenacity.retry_if_result(pending),
    wait=tenacity.wait_fixed(timedelta(minutes=30)) + tenacity.wait_random(0, 60),
    stop=tenacity.stop_after_attempt(6) | tenacity.stop_after_delay(timedelta(hours=4)),
    retry_error_callback=last_body,
)
