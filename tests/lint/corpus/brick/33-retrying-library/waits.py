from __future__ import annotations

from retrying import retry


def is_50x(exc: Exception) -> bool:
    """True for the replies that Brick recommends to repeat."""
    return 500 <= getattr(exc, "status", 0) <= 509


# 2 ** attempt * 1500 ms: 3, 6, 12, 24 and 48 seconds
on_50x = retry(
    retry_on_exception=is_50x,
    stop_max_attempt_number=6,
    wait_exponential_multiplier=1500,
    wait_exponential_max=48_000,
)
