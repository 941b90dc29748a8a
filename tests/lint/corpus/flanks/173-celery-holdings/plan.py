"""What the worker does with each documented reply."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Step(Enum):
    AGAIN = "again"
    TICKET = "ticket"
    TELL_CLIENT = "tell-client"
    FIX = "fix"
    ROTATE_KEY = "rotate-key"
    REVIEW = "review"


@dataclass(frozen=True)
class Plan:
    step: Step
    countdown: int = 0
    times: int = 0


HOUR = 3600
BY_CODE = {
    20001: Plan(Step.TICKET),
    20002: Plan(Step.AGAIN, countdown=60, times=30),
    20003: Plan(Step.AGAIN, countdown=24 * HOUR, times=2),
    40001: Plan(Step.FIX),
    50001: Plan(Step.AGAIN, countdown=HOUR, times=4),
    50002: Plan(Step.TELL_CLIENT),
    50003: Plan(Step.TELL_CLIENT),
}
BY_STATUS = {401: Plan(Step.ROTATE_KEY), 405: Plan(Step.FIX), 415: Plan(Step.FIX), 500: Plan(Step.REVIEW)}


def plan(status: int, error_code: int | None) -> Plan:
    if error_code is None:
        return BY_STATUS.get(status, Plan(Step.REVIEW))
    return BY_CODE.get(error_code, Plan(Step.REVIEW))
