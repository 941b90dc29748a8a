"""Retry policy: exactly what the reply's Type says, and never for long."""
from __future__ import annotations

from datetime import timedelta

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from failures import KhipuFailure

PAUSE = {
    "RETRY_IMMEDIATELY": timedelta(seconds=1),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4),
}


def _failure(state: RetryCallState) -> KhipuFailure:
    exc = state.outcome.exception() if state.outcome else None
    assert isinstance(exc, KhipuFailure)
    return exc


def _pause(state: RetryCallState) -> float:
    return PAUSE[_failure(state).type].total_seconds()


def _allowed(exc: BaseException) -> bool:
    return isinstance(exc, KhipuFailure) and exc.type in PAUSE


def patience(attempts: int = 3) -> Retrying:
    return Retrying(
        retry=retry_if_exception(_allowed), wait=_pause, stop=stop_after_attempt(attempts), reraise=True
    )
