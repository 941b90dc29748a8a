"""Income reports for the credit engine, pulled from Klavi's open data API."""
from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol
from urllib.parse import urlsplit

from klavi_codes import Outcome


class ReportUnavailable(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Income:
    cpf: str
    monthly: Decimal
    months: int


class ReportPort(Protocol):
    def fetch(self, cpf: str, institution: str) -> dict[str, Any]: ...


class KlaviReports:
    def __init__(self, base_url: str, partner_code: str, partner_token: str) -> None:
        self._url = urlsplit(base_url)
        self._partner = {"partnerCode": partner_code, "partnerToken": partner_token}

    @contextmanager
    def _wire(self) -> Iterator[http.client.HTTPConnection]:
        kind = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        with closing(kind(self._url.netloc, timeout=60)) as connection:
            yield connection

    def fetch(self, cpf: str, institution: str) -> dict[str, Any]:
        payload = json.dumps({"cpf": cpf, "institution": institution, **self._partner})
        with self._wire() as connection:
            connection.request(
                "POST",
                f"{self._url.path.rstrip('/')}/data/v1/income-report",
                payload,
                {"Content-Type": "application/json"},
            )
            return json.loads(connection.getresponse().read())


class IncomeService:
    def __init__(self, reports: ReportPort) -> None:
        self._reports = reports

    def income(self, cpf: str, institution: str) -> Income:
        sent = 0
        while True:
            body = self._reports.fetch(cpf, institution)
            sent += 1
            outcome = Outcome.of(int(body["code"]))
            if outcome is Outcome.COMPLETE:
                return self._read(cpf, body["data"])
            policy = outcome.policy
            if policy.wait is None or sent >= policy.sends:
                raise ReportUnavailable("the bank report could not be obtained")
            time.sleep(policy.wait.total_seconds())

    @staticmethod
    def _read(cpf: str, data: dict[str, Any]) -> Income:
        credits = [Decimal(str(entry["amount"])) for entry in data["credits"]]
        months = max(len({entry["month"] for entry in data["credits"]}), 1)
        return Income(cpf, sum(credits, Decimal()) / months, months)
