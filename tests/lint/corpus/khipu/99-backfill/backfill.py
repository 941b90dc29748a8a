"""Backfill of bank statements, month by month, that can be stopped and started at will.

State lives in a JSON checkpoint. Months in state "later" are skipped until their time has come,
months in state "empty", "done" or "failed" are never asked for again. A token or a login that is
refused holds the whole backfill until somebody has fixed it and says so with --release.
"""
from __future__ import annotations

import argparse
import json
import logging
import os
import sys
import time
from pathlib import Path
from typing import Any, Callable, Iterator

import attrs
import httpx

from model import Advice, Month, Trouble

log = logging.getLogger("backfill")

FOUR_HOURS = 4 * 3600
QUICK_TRIES = 3


class Held(Exception):
    pass


def months(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while f"{year}-{month:02}" <= last:
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


class Checkpoint:
    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.months: dict[str, Month] = {}
        if path and path.exists():
            self.months = {k: Month.load(v) for k, v in json.loads(path.read_text()).items()}

    def __getitem__(self, key: str) -> Month:
        return self.months.setdefault(key, Month())

    def save(self) -> None:
        if self.path:
            self.path.write_text(json.dumps({k: attrs.asdict(v) for k, v in self.months.items()}, indent=1))


class Backfill:
    def __init__(
        self,
        token: str,
        login: dict[str, str],
        checkpoint: Checkpoint,
        base_url: str = "https://api.khipu.com",
        sink: Callable[[str, Any], int] = lambda month, data: len(data.get("Transactions", [])),
    ) -> None:
        self.login = login
        self.checkpoint = checkpoint
        self.sink = sink
        self.http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=120,
            transport=httpx.HTTPTransport(retries=2),
        )

    def _ask(self, month: str) -> Any | Trouble:
        doc = self.http.post(
            "/v1/cl/services/bancochile.cl/account-statement", json={**self.login, "Month": month}
        ).json()
        return doc["Data"] if doc["Status"] == "OK" else Trouble.parse(doc["Error"])

    def _month(self, month: str, line: Month) -> None:
        for _ in range(QUICK_TRIES):
            answer = self._ask(month)
            if not isinstance(answer, Trouble):
                line.state, line.code, line.rows = "done", None, self.sink(month, answer)
                return
            line.code, line.detail = answer.code, answer.text
            if answer.advice is not Advice.NOW:
                break
            time.sleep(2)
        if answer.advice is Advice.NOW:
            line.state = "todo"
        elif answer.advice is Advice.IN_4_HOURS:
            line.state, line.not_before = "later", time.time() + FOUR_HOURS
        elif answer.nothing_there:
            line.state = "empty"
        elif answer.stops_everything:
            line.state = "held"
            raise Held(f"{month}: {answer.code} {answer.text}")
        else:
            line.state = "failed"

    def run(self, first: str, last: str, release: bool = False) -> dict[str, str]:
        for month, line in self.checkpoint.months.items():
            if line.state == "held":
                if not release:
                    raise Held(f"{month}: {line.code} {line.detail}")
                line.state = "todo"
        for month in months(first, last):
            line = self.checkpoint[month]
            if line.state == "later" and line.not_before <= time.time():
                line.state = "todo"
            if line.state != "todo":
                continue
            try:
                self._month(month, line)
            finally:
                self.checkpoint.save()
            log.info("%s %s %s %s", month, line.state, line.code or "", line.detail)
        return {month: self.checkpoint[month].state for month in months(first, last)}


def main() -> int:
    cli = argparse.ArgumentParser()
    cli.add_argument("first")
    cli.add_argument("last")
    cli.add_argument("--checkpoint", type=Path, default=Path("backfill.json"))
    cli.add_argument("--release", action="store_true")
    ns = cli.parse_args()
    logging.basicConfig(level=logging.INFO)
    job = Backfill(
        os.environ["KHIPU_TOKEN"],
        {"Username": os.environ["BANK_USER"], "Password": os.environ["BANK_PASSWORD"]},
        Checkpoint(ns.checkpoint),
    )
    try:
        states = job.run(ns.first, ns.last, ns.release)
    except Held as exc:
        log.critical("token or login refused: %s", exc)
        return 3
    return 0 if set(states.values()) <= {"done", "empty"} else 1


if __name__ == "__main__":
    sys.exit(main())
