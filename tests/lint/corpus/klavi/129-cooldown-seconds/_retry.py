"""Retry policy: wait as long as Klavi asks, at most three attempts."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from tenacity import RetryCallState, Retrying, before_sleep_log, retry_if_exception_type, stop_after_attempt

from _errors import CooldownError, KlaviCode

logger = logging.getLogger(__name__)

MAX_ATTEMPTS: Final = 3

COOLDOWNS: Final[Mapping[int, timedelta]] = {
    KlaviCode.TOO_MANY_WRONG_PASSWORDS: timedelta(hours=24),
    KlaviCode.SECURITY_MEASUREMENT: timedelta(hours=24),
    KlaviCode.REGISTRATION_NOT_FINISHED: timedelta(minutes=30),
}


def wait_for_cooldown(state: RetryCallState) -> float:
    """Return the documented cooldown of the code that was just received."""
    exc = state.outcome.exception() if state.outcome else None
    if not isinstance(exc, CooldownError):
        return 0.0
    return float(COOLDOWNS[exc.code].seconds)


def build_retrying() -> Retrying:
    """Create the policy used by every Klavi operation."""
    return Retrying(
        retry=retry_if_exception_type(CooldownError),
        wait=wait_for_cooldown,
        stop=stop_after_attempt(MAX_ATTEMPTS),
        before_sleep=before_sleep_log(logger, logging.INFO),
        reraise=True,
    )
