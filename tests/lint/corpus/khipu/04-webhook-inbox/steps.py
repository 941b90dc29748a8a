"""What to do with an operation that came back with an error."""
from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from operations import Operations

Step = Callable[[Operations, str, dict[str, str]], None]

DELAY = {
    "RETRY_IMMEDIATELY": timedelta(0),
    "WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4),
}


def by_advice(ops: Operations, op: str, error: dict[str, str]) -> None:
    delay = DELAY.get(error["Type"])
    if delay is None:
        ops.fail(op, "failed", error)
    else:
        ops.resend(op, delay)


def ask_login(ops: Operations, op: str, error: dict[str, str]) -> None:
    ops.fail(op, "needs-login", error)


def no_data(ops: Operations, op: str, error: dict[str, str]) -> None:
    ops.fail(op, "empty", error)


def our_fault(ops: Operations, op: str, error: dict[str, str]) -> None:
    ops.fail(op, "bad-request", error)


def our_token(ops: Operations, op: str, error: dict[str, str]) -> None:
    ops.fail(op, "check-token", error)


STEPS: dict[str, Step] = {
    "A0": our_token,
    "E1": ask_login,
    "E2": by_advice,
    "E3": no_data,
    "E4": our_fault,
    "E5": by_advice,
    "E9": by_advice,
    "E0": by_advice,
    "D0": by_advice,
    "F0": by_advice,
    "T0": by_advice,
    "I0": by_advice,
    "P0": our_fault,
}


def dispatch(ops: Operations, op: str, error: dict[str, str]) -> None:
    step = STEPS.get(error["Code"][:2])
    if step is not None:
        step(ops, op, error)
