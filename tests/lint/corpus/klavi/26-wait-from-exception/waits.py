from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tenacity import RetryCallState
from tenacity.wait import wait_base

MINUTE = 60.0

SECONDS: Mapping[int, float] = MappingProxyType(
    {
        403: 20 * MINUTE,
        415: 30 * MINUTE,
        429: 2 * MINUTE,
        432: 60 * MINUTE,
        500: 5 * MINUTE,
    }
)


def can_wait(exc: BaseException) -> bool:
    return getattr(exc, "code", None) in SECONDS


class wait_by_code(wait_base):
    """As long as the table says for the code of the failure."""

    def __call__(self, retry_state: RetryCallState) -> float:
        outcome = retry_state.outcome
        exc = outcome.exception() if outcome else None
        return SECONDS[exc.code]  # type: ignore[union-attr]
