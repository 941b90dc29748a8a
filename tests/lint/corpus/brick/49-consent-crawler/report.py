from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Target(NamedTuple):
    institution: str
    consent: str
    category: str


class Trouble(NamedTuple):
    status: int
    code: str | None
    text: str

    @classmethod
    def read(cls, status: int, body: Any) -> Trouble:
        if not isinstance(body, dict):
            return cls(status, None, repr(body)[:200])
        text = body.get("detail") or body.get("error_description") or body.get("message") or ""
        return cls(status, body.get("code") or body.get("error"), text)


@dataclass
class Report:
    rows: dict[Target, list[dict[str, Any]]] = field(default_factory=dict)
    not_consented: dict[Target, Trouble] = field(default_factory=dict)
    parked: dict[Target, dt.date] = field(default_factory=dict)
    failed: dict[Target, Trouble] = field(default_factory=dict)


class CrawlIncomplete(Exception):
    def __init__(self, report: Report) -> None:
        lines = [f"{target}: {trouble}" for target, trouble in report.failed.items()]
        lines += [f"{target}: LIMITE_OPERACIONAL_EXCEDIDO until {day}" for target, day in report.parked.items()]
        super().__init__("; ".join(lines))
        self.report = report
