#!/usr/bin/env python3
"""Builds the family-office wealth report from Flanks portfolios.

usage: wealth_report.py tokens.txt > report.json
"""
from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Iterable

import urllib3

BASE_URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")


@dataclass(frozen=True)
class Envelope:
    status: int
    data: Any
    error: str = ""
    error_code: int | None = None

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.error_code is None


class FlanksError(RuntimeError):
    def __init__(self, envelope: Envelope) -> None:
        super().__init__(f"HTTP {envelope.status} {envelope.error_code}: {envelope.error}")
        self.envelope = envelope


def unwrap(response: urllib3.BaseHTTPResponse) -> Envelope:
    doc = json.loads(response.data)
    if isinstance(doc, dict):
        return Envelope(response.status, doc, doc.get("error", ""), doc.get("error_code"))
    return Envelope(response.status, doc)


def still_loading(envelope: Envelope) -> bool:
    return "try again" in envelope.error.lower()


def poll(ask: Callable[[], Envelope], every: float = 20.0, rounds: int = 15) -> Envelope:
    envelope = ask()
    while still_loading(envelope) and rounds > 0:
        time.sleep(every)
        rounds -= 1
        envelope = ask()
    return envelope


class WealthReport:
    SECTIONS = ("account", "card", "investment", "liability")

    def __init__(self, access_token: str, base_url: str = BASE_URL, workers: int = 8) -> None:
        self.base_url = base_url
        self.workers = workers
        self.pool = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {access_token}", "Content-Type": "application/json"},
            retries=False,
        )

    def _ask(self, section: str, token: str) -> Envelope:
        return unwrap(
            self.pool.request(
                "POST",
                f"{self.base_url}/v0/bank/credentials/{section}",
                body=json.dumps({"credentials_token": token}),
            )
        )

    def section(self, section: str, token: str) -> Any:
        envelope = poll(partial(self._ask, section, token))
        if not envelope.ok:
            raise FlanksError(envelope)
        return envelope.data

    def build(self, tokens: Iterable[str]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        with ThreadPoolExecutor(max_workers=self.workers) as executor:
            jobs = {
                executor.submit(self.section, section, token): (section, token)
                for token in tokens
                for section in self.SECTIONS
            }
            for job in as_completed(jobs):
                section, token = jobs[job]
                try:
                    found = job.result()
                except FlanksError:
                    continue
                rows.append({"token": token, "section": section, "data": found})
        return rows


def main(argv: list[str]) -> int:
    with open(argv[1], encoding="utf-8") as handle:
        tokens = [line.strip() for line in handle if line.strip()]
    report = WealthReport(os.environ["FLANKS_TOKEN"])
    json.dump(report.build(tokens), sys.stdout, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
