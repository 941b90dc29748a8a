from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .errors import KlaviError
from .http import KlaviHttp

logger = logging.getLogger(__name__)


@dataclass
class SyncResult:
    complete: dict[str, dict[str, Any]] = field(default_factory=dict)
    failed: dict[str, KlaviError] = field(default_factory=dict)
    metrics: Counter = field(default_factory=Counter)


class ReportSync:
    def __init__(self, http: KlaviHttp) -> None:
        self.http = http

    def run(self, cpfs: list[str]) -> SyncResult:
        result = SyncResult()
        for cpf in cpfs:
            try:
                report = self.http.get_report(cpf)
            except KlaviError as exc:
                logger.error("report for %s failed: %s", cpf, exc)
                result.failed[cpf] = exc
                result.metrics[f"klavi.error.{exc.code}"] += 1
                continue
            result.complete[cpf] = report
            result.metrics["klavi.complete"] += 1
        return result
