import heapq
import logging
import time
from dataclasses import dataclass, field
from typing import Dict, List, Tuple

from . import errs
from .api import Api, Report

log = logging.getLogger("puller")

ATTEMPTS = 3


@dataclass
class Outcome:
    reports: Dict[str, Report] = field(default_factory=dict)
    failed: Dict[str, errs.Err] = field(default_factory=dict)


@dataclass
class Pool:
    api: Api
    outcome: Outcome = field(default_factory=Outcome)
    parked: List[Tuple[float, str]] = field(default_factory=list)
    seen: Dict[str, int] = field(default_factory=dict)

    def run(self, report_ids: List[str]) -> Outcome:
        for report_id in report_ids:
            self._one(report_id)
        while self.parked:
            due, report_id = heapq.heappop(self.parked)
            time.sleep(max(0.0, due - time.time()))
            self._one(report_id)
        return self.outcome

    def _one(self, report_id: str) -> None:
        self.seen[report_id] = self.seen.get(report_id, 0) + 1
        for attempt in range(1, ATTEMPTS + 1):
            report, err = self.api.get_report(report_id)
            if err is errs.NIL:
                if not report.complete:
                    log.warning("%s is partial: %s", report_id, report.note)
                self.outcome.reports[report_id] = report
                return
            if not errs.temporary(err):
                break
            log.info("%s: %s, attempt %d", report_id, err, attempt)
            time.sleep(5 * attempt)
        pause = errs.parked_for(err)
        if pause and self.seen[report_id] < ATTEMPTS:
            heapq.heappush(self.parked, (time.time() + pause, report_id))
            return
        self.outcome.failed[report_id] = err
