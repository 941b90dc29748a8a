"""What a finished Klavi task means for the report and for the customer."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Protocol

MAX_FETCHES = 3
FETCH_PAUSE = timedelta(minutes=20)


class Reports(Protocol):
    def save(self, report_id: str, state: str, **columns: Any) -> None: ...


class Clock(Protocol):
    def at(self, when: datetime, kind: str, payload: dict[str, Any]) -> None: ...


class Source(Protocol):
    def fetch(self, report_id: str) -> "Reply": ...


@dataclass(frozen=True, slots=True)
class Reply:
    code: int
    message: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Processor:
    source: Source
    reports: Reports
    clock: Clock

    def handle(self, event: dict[str, Any]) -> dict[str, Any]:
        report_id, fetches = event["report_id"], event.get("fetches", 1)
        reply = self.source.fetch(report_id)
        state, extra = self.decide(reply, report_id, fetches)
        self.reports.save(report_id, state, code=reply.code, message=reply.message, **extra)
        return {"report_id": report_id, "state": state, "code": reply.code}

    def decide(self, reply: Reply, report_id: str, fetches: int) -> tuple[str, dict[str, Any]]:
        match reply.code:
            case 200:
                return "complete", {"data": reply.data}
            case 201:
                return "incomplete", {"data": reply.data, "missing": "needs extra authorization"}
            case 202:
                return "incomplete", {"data": reply.data, "missing": "some transaction details"}
            case 203:
                return "incomplete", {"data": reply.data, "missing": "cpf"}
            case 406 | 414:
                self._remind(report_id, timedelta(hours=24))
                return "paused", {"tell_customer": "You can connect your bank again tomorrow."}
            case 415:
                self._remind(report_id, timedelta(minutes=30))
                return "paused", {"tell_customer": "Your bank is finishing your registration."}
            case 429 if fetches < MAX_FETCHES:
                self._in(FETCH_PAUSE, "fetch", {"report_id": report_id, "fetches": fetches + 1})
                return "queued", {}
            case 402 | 409 | 410 | 413 | 433 | 434 | 435:
                return "customer", {"tell_customer": "Please check your login data and connect again."}
            case 407 | 408 | 416 | 417 | 418:
                return "customer", {"tell_customer": "Please settle the pending issue with your bank."}
            case 419 | 420:
                return "customer", {"tell_customer": "Please visit a Caixa branch."}
            case 403 | 432:
                return "customer", {"tell_customer": "The bank is unavailable, connect again later."}
            case 405:
                return "empty", {}
            case 430:
                return "deleted", {}
            case 404:
                return "ticket", {"assignee": "klavi"}
            case _:
                return "ops", {"assignee": "integrations"}

    def _remind(self, report_id: str, delay: timedelta) -> None:
        # the customer has to log in anew: nothing of ours can be sent for them
        self._in(delay, "remind-customer", {"report_id": report_id})

    def _in(self, delay: timedelta, kind: str, payload: dict[str, Any]) -> None:
        self.clock.at(datetime.now(timezone.utc) + delay, kind, payload)
