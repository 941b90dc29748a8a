"""Open-data reports. A request is sent once; what may be asked again, and when, is kept per customer."""
from __future__ import annotations

import logging
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Iterator

import httpx

from codes import COMPLETE, PARTIAL, QUARANTINE, owner

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


class ReportError(Exception):
    def __init__(self, code: int | None, message: str, status: int, body: Any = None) -> None:
        super().__init__(f"{code}: {message} (HTTP {status})")
        self.code = code
        self.message = message
        self.status = status
        self.body = body

    @property
    def owner(self) -> str:
        return "unknown" if self.code is None else owner(self.code)


class Quarantined(ReportError):
    def __init__(self, *args: Any, until: datetime) -> None:
        super().__init__(*args)
        self.until = until


@dataclass(frozen=True)
class Report:
    data: dict[str, Any]
    complete: bool
    code: int
    gap: str = ""


@dataclass
class Quarantine:
    """Customers that must not be tried before a moment."""

    clock: Clock
    entries: dict[str, tuple[datetime, int, str]] = field(default_factory=dict)

    def put(self, cpf: str, pause: timedelta, code: int, message: str) -> datetime:
        until = self.clock() + pause
        self.entries[cpf] = (until, code, message)
        return until

    def check(self, cpf: str) -> None:
        entry = self.entries.get(cpf)
        if entry is None:
            return
        until, code, message = entry
        if self.clock() < until:
            raise Quarantined(code, message, 0, until=until)
        del self.entries[cpf]


def _utc() -> datetime:
    return datetime.now(timezone.utc)


class Reports:
    def __init__(self, base_url: str, token: Callable[[], str], clock: Clock = _utc) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=httpx.Timeout(60, connect=5))
        self._token = token
        self.quarantine = Quarantine(clock)
        self.metrics: Counter[tuple[str, Any]] = Counter()

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        except ReportError as exc:
            self.metrics[name, exc.code] += 1
            raise
        finally:
            log.debug("%s took %.3f s", name, time.perf_counter() - start)

    def get(self, cpf: str) -> Report:
        self.quarantine.check(cpf)
        with self._timed("report"):
            response = self._http.get(
                "/open-data/v1/reports", params={"cpf": cpf}, headers={"Authorization": f"Bearer {self._token()}"}
            )
            return self._read(cpf, response)

    def _read(self, cpf: str, response: httpx.Response) -> Report:
        status = response.status_code
        try:
            body = response.json()
            code = int(body["code"])
        except (ValueError, KeyError, TypeError):
            raise ReportError(None, "no code in the reply", status) from None
        message = str(body.get("message", ""))
        if code == COMPLETE:
            return Report(body.get("data") or {}, True, code)
        if code in PARTIAL:
            log.info("partial report, %d: %s", code, PARTIAL[code])
            return Report(body.get("data") or {}, False, code, PARTIAL[code])
        if code in QUARANTINE:
            until = self.quarantine.put(cpf, QUARANTINE[code], code, message)
            raise Quarantined(code, message, status, body, until=until)
        raise ReportError(code, message, status, body)

    def night(self, cpfs: list[str]) -> tuple[dict[str, Report], dict[str, ReportError]]:
        """One pass over all customers; errors are handed back, the pass goes on."""
        reports: dict[str, Report] = {}
        errors: dict[str, ReportError] = {}
        for cpf in cpfs:
            try:
                reports[cpf] = self.get(cpf)
            except ReportError as exc:
                errors[cpf] = exc
                log.warning("report failed: code %s, next move: %s", exc.code, exc.owner)
        return reports, errors
