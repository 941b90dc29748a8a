"""Open Data reports."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from session import OK, PARTIAL, open_session


@dataclass(frozen=True)
class Report:
    data: dict[str, Any]
    complete: bool
    gap: str | None = None


class _Resource:
    def __init__(self, session: requests.Session, root: str) -> None:
        self._session = session
        self._root = root


class Reports(_Resource):
    def latest(self, cpf: str) -> Report:
        response = self._session.get(f"{self._root}/open-data/v1/reports", params={"cpf": cpf}, timeout=40)
        code = response.klavi_code
        return Report(response.json().get("data") or {}, complete=code == OK, gap=PARTIAL.get(code))


class Klavi:
    def __init__(self, token: str, root: str = "https://api.klavi.ai") -> None:
        self.reports = Reports(open_session(token), root)


def income(report: Report) -> float:
    """Only from a complete report: a gap would make the customer look poorer."""
    if not report.complete:
        raise ValueError(f"report has a gap: {report.gap}")
    return sum(row["amount"] for row in report.data.get("transactions", ()) if row["amount"] > 0)
