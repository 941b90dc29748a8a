"""Downloads the invoices of every company we keep the books of.

One process does the whole list; whatever has to wait sits in the agenda while the others go on.
"""
from __future__ import annotations

import heapq
import time
from dataclasses import dataclass, field
from typing import Literal, TypedDict

import requests

MINUTE = 60
HOUR = 60 * MINUTE


class KhipuError(TypedDict):
    Code: str
    Type: str
    Description: str


class Envelope(TypedDict):
    OperationId: str
    Status: Literal["OK", "ERROR"]
    Error: KhipuError | None
    Data: dict | None


@dataclass
class Report:
    invoices: dict[str, list[dict]] = field(default_factory=dict)
    failed: dict[str, KhipuError] = field(default_factory=dict)


class ChatRoom:
    """Our own chat, not Khipu: it answers with a numeric code, 7 is 'slow down'."""

    def __init__(self, hook: str | None) -> None:
        self.hook = hook

    def say(self, text: str) -> None:
        if not self.hook:
            return
        for _ in range(5):
            answer = requests.post(self.hook, json={"text": text}, timeout=5).json()
            if answer.get("code") != 7:
                return
            time.sleep(1)


class InvoiceAgenda:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com", chat: ChatRoom | None = None) -> None:
        self.url = base_url + "/v1/cl/services/sii.cl/invoices"
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"
        self.chat = chat or ChatRoom(None)

    def _ask(self, rut: str, secret: str) -> Envelope:
        return self.http.post(self.url, json={"Username": rut, "Password": secret}, timeout=120).json()

    def _visit(self, report: Report, rut: str, secret: str, visits: int) -> float | None:
        """Seconds until this company wants another visit, None when it is done."""
        envelope = self._ask(rut, secret)
        if envelope["Status"] == "OK":
            report.invoices[rut] = (envelope["Data"] or {}).get("Invoices", [])
            return None
        error = envelope["Error"]
        if visits < 3 and error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY":
            return 4 * HOUR + MINUTE
        if visits < 3 and error["Type"] == "RETRY_IMMEDIATELY":
            return 0
        report.failed[rut] = error
        return None

    def collect(self, companies: dict[str, str]) -> Report:
        report = Report()
        agenda = [(time.monotonic(), 1, rut, secret) for rut, secret in companies.items()]
        while agenda:
            due, visits, rut, secret = heapq.heappop(agenda)
            time.sleep(max(0.0, due - time.monotonic()))
            delay = self._visit(report, rut, secret, visits)
            if delay is not None:
                heapq.heappush(agenda, (time.monotonic() + delay, visits + 1, rut, secret))
        for rut, error in report.failed.items():
            self.chat.say(f"{rut}: {error['Code']} {error['Type']} - {error['Description']}")
        return report
