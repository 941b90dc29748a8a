from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import singledispatchmethod
from typing import Any

import httpx

from domain import Agenda, Declined, Deferred, Delivered, FetchReport, Gap, Outcome, Owner

DAY = timedelta(days=1)
HALF_HOUR = timedelta(minutes=30)
GAPS = {201: Gap.AUTHORIZATION, 202: Gap.TRANSACTIONS, 203: Gap.CPF}


class SqliteAgenda:
    def __init__(self, path: str = ":memory:") -> None:
        self._db = sqlite3.connect(path)
        self._db.execute("create table if not exists later (id text primary key, code int, until text, message text)")

    def find(self, report_id: str) -> Deferred | None:
        row = self._db.execute("select code, until, message from later where id = ?", (report_id,)).fetchone()
        return Deferred(code=row[0], until=datetime.fromisoformat(row[1]), message=row[2]) if row else None

    def keep(self, report_id: str, deferred: Deferred) -> None:
        with self._db:
            self._db.execute(
                "insert or replace into later values (?, ?, ?, ?)",
                (report_id, deferred.code, deferred.until.isoformat(), deferred.message),
            )


def _owner(code: int) -> Owner:
    match code:
        case 402 | 405 | 407 | 408 | 409 | 410 | 413 | 416 | 417 | 418 | 433 | 434 | 435:
            return Owner.USER
        case 419 | 420:
            return Owner.BRANCH
        case 403 | 432:
            return Owner.BANK
        case 404 | 500:
            return Owner.KLAVI
    return Owner.US


def interpret(body: Mapping[str, Any], now: datetime) -> Outcome:
    code, message = int(body["code"]), str(body.get("message", ""))
    match code:
        case 200 | 201 | 202 | 203:
            return Delivered(report=body.get("data") or {}, gaps=GAPS.get(code, Gap.NONE))
        case 406 | 414:
            return Deferred(code=code, until=now + DAY, message=message)
        case 415:
            return Deferred(code=code, until=now + HALF_HOUR, message=message)
    return Declined(code=code, owner=_owner(code), message=message)


class Reports:
    def __init__(self, partner: str, token: str, agenda: Agenda, base_url: str = "https://api.klavi.ai") -> None:
        self._agenda = agenda
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"partnerCode": partner, "partnerToken": token},
            transport=httpx.AsyncHTTPTransport(retries=3),
            timeout=httpx.Timeout(30, connect=5),
        )

    @singledispatchmethod
    async def handle(self, command: object) -> Outcome:
        raise TypeError(f"no handler for {type(command).__name__}")

    @handle.register
    async def _(self, command: FetchReport) -> Outcome:
        now = datetime.now(timezone.utc)
        known = self._agenda.find(command.report_id)
        if known is not None and now < known.until:
            return known
        response = await self._http.get(f"/data/v1/reports/{command.report_id}")
        outcome = interpret(response.json(), now)
        if isinstance(outcome, Deferred):
            self._agenda.keep(command.report_id, outcome)
        return outcome
