"""The retry schedule that Brick recommends for 50x: 3, 6, 12, 24 and 48 seconds."""

from __future__ import annotations

import logging
from typing import Final

from tenacity import (
    AsyncRetrying,
    before_sleep_log,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
)

from _errors import BrickServerError

logger = logging.getLogger("brick.retry")

NEW_ATTEMPTS: Final = 5
BASE_SECONDS: Final = 3
FACTOR: Final = 2


def server_error_policy() -> AsyncRetrying:
    """First try plus up to five new attempts."""
    return AsyncRetrying(
        retry=retry_if_exception_type(BrickServerError),
        wait=wait_exponential(multiplier=BASE_SECONDS, exp_base=FACTOR, min=BASE_SECONDS),
        stop=stop_after_attempt(1 + NEW_ATTEMPTS),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
