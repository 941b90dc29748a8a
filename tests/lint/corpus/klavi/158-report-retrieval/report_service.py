"""Domain service: obtains a customer's report for the credit desk."""
from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from catalogue import Disposition
from gateway import ReportGateway, ReportReply, ReturnCodeException

audit = logging.getLogger("audit.klavi")


class Clock(Protocol):
    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True)
class RetryPolicy:
    max_attempts: int
    delay_seconds: float
    retryable: frozenset[int]

    def permits(self, code: int, attempt: int) -> bool:
        return code in self.retryable and attempt < self.max_attempts


# Only the registration is worth waiting for while a job holds the slot; the 24 h codes go back to the customer.
REGISTRATION_POLICY = RetryPolicy(max_attempts=3, delay_seconds=30 * 60, retryable=frozenset({415}))


class ReportState(str, Enum):
    FINAL = "final"
    PROVISIONAL = "provisional"


@dataclass(frozen=True)
class CreditReport:
    report_id: str
    state: ReportState
    return_code: int
    contents: Mapping[str, Any]


class CreditReportService:
    def __init__(
        self, gateway: ReportGateway, policy: RetryPolicy = REGISTRATION_POLICY, clock: Clock | None = None
    ) -> None:
        self._gateway = gateway
        self._policy = policy
        self._clock = clock or SystemClock()

    def obtain(self, report_id: str) -> CreditReport:
        reply = self._fetch(report_id)
        state = ReportState.PROVISIONAL if reply.entry.disposition is Disposition.INCOMPLETE else ReportState.FINAL
        audit.info("report %s: %s (%d)", report_id, state.value, reply.entry.code)
        return CreditReport(report_id, state, reply.entry.code, reply.data)

    def _fetch(self, report_id: str) -> ReportReply:
        attempt = 1
        while True:
            try:
                return self._gateway.fetch_report(report_id)
            except ReturnCodeException as failure:
                audit.warning("report %s, attempt %d: %s", report_id, attempt, failure)
                if not self._policy.permits(failure.code, attempt):
                    raise
            self._clock.sleep(self._policy.delay_seconds)
            attempt += 1
