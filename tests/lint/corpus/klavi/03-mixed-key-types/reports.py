from __future__ import annotations

import json
import urllib.request
from typing import Any, NamedTuple

from codes import OK, TEXTS


class Report(NamedTuple):
    rows: list[dict[str, Any]]
    problem: str = ""
    can_retry: bool = False


class ReportService:
    def __init__(self, url: str = "https://api.klavi.ai/open-data/v1/reports", token: str = "") -> None:
        self.url = url
        self.token = token

    def _fetch(self, cpf: str) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.url}?cpf={cpf}", headers={"Authorization": f"Bearer {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=30) as stream:
            return json.load(stream)

    def report(self, cpf: str) -> Report:
        body = self._fetch(cpf)
        if body["code"] == OK:
            return Report(body["data"]["transactions"])
        known = TEXTS.get(body["code"])
        if known:
            title, again = known
            return Report([], f"{title} ({body['code']})", again)
        return Report((body.get("data") or {}).get("transactions", []))
