"""Retry policies for Khipu. See the Type of the Error object."""
from __future__ import annotations

from retrying import retry

from model import Hold, TryAgain

FOUR_HOURS = 4 * 60 * 60


def _is_try_again(exc: Exception) -> bool:
    return isinstance(exc, TryAgain)


def _is_hold(exc: Exception) -> bool:
    return isinstance(exc, Hold)


at_once = retry(retry_on_exception=_is_try_again, stop_max_attempt_number=3, wait_fixed=1000)
held = retry(retry_on_exception=_is_hold, stop_max_attempt_number=4, wait_fixed=FOUR_HOURS)
