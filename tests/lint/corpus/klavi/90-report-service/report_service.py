from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Protocol

from klavi_client import Completeness, KlaviClient, Report
from klavi_errors import BankUnavailable, CredentialsRejected, KlaviError, LoginFrozen, UserActionRequired

log = logging.getLogger("reports")


class ReportRepository(Protocol):
    def save_report(self, report: Report) -> None: ...
    def save_failure(self, trace_id: str, code: int, message: str) -> None: ...
    def ask_user(self, trace_id: str, reason: str, not_before: datetime | None) -> None: ...


@dataclass
class InMemoryReports:
    reports: dict[str, Report] = field(default_factory=dict)
    failures: dict[str, tuple[int, str]] = field(default_factory=dict)
    prompts: list[tuple[str, str, datetime | None]] = field(default_factory=list)

    def save_report(self, report: Report) -> None:
        self.reports[report.trace_id] = report

    def save_failure(self, trace_id: str, code: int, message: str) -> None:
        self.failures[trace_id] = (code, message)

    def ask_user(self, trace_id: str, reason: str, not_before: datetime | None) -> None:
        self.prompts.append((trace_id, reason, not_before))


class ReportService:
    """Runs when Klavi tells us (webhook) that a task has ended."""

    def __init__(
        self,
        client: KlaviClient,
        repository: ReportRepository,
        now: Callable[[], datetime] = lambda: datetime.now(timezone.utc),
    ) -> None:
        self._client = client
        self._repository = repository
        self._now = now

    def on_task_finished(self, trace_id: str) -> Report:
        try:
            report = self._client.fetch_report(trace_id)
        except LoginFrozen as exc:
            self._repository.ask_user(trace_id, "login_paused", self._now() + exc.pause)
            self._fail(trace_id, exc)
            raise
        except (CredentialsRejected, UserActionRequired) as exc:
            self._repository.ask_user(trace_id, f"fix_login:{exc.code}", None)
            self._fail(trace_id, exc)
            raise
        except BankUnavailable as exc:
            self._repository.ask_user(trace_id, "bank_down_log_in_later", None)
            self._fail(trace_id, exc)
            raise
        except KlaviError as exc:
            self._fail(trace_id, exc)
            raise
        self._repository.save_report(report)
        if report.completeness is Completeness.NEEDS_AUTHORIZATION:
            self._repository.ask_user(trace_id, "authorize_remaining_data", None)
        elif report.completeness is not Completeness.FULL:
            log.warning("report %s is incomplete: %s", trace_id, report.completeness.value)
        return report

    def _fail(self, trace_id: str, exc: KlaviError) -> None:
        log.error("report %s failed with %s (%s)", trace_id, exc.code, exc.message)
        self._repository.save_failure(trace_id, exc.code, exc.message)
