"""Imports the movements of one account and month."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import requests

import khipu_api
from models import Account, Imported, ImportFailed, Movement, NothingYet, Outcome, Postponed, Problem
from tokens import TokenSource

log = logging.getLogger(__name__)

RESENDS = 2
PAUSE = 2.0
QUARANTINE = timedelta(hours=4)


@dataclass
class Budget:
    """What this import may still spend."""

    resends: int = RESENDS
    renewals: int = 1

    def resend(self) -> bool:
        self.resends -= 1
        return self.resends >= 0

    def renewal(self) -> bool:
        self.renewals -= 1
        return self.renewals >= 0


def wants_new_token(problem: Problem) -> bool:
    return problem.code == "A000" and problem.advice == "DO_NOT_RETRY"


def settle(problem: Problem) -> Outcome:
    """What the caller gets for a problem that this run can't cure."""
    if problem.is_no_data:
        return NothingYet(problem)
    if problem.advice == "WAIT_4_HOURS_BEFORE_RETRY":
        return Postponed(datetime.now(timezone.utc) + QUARANTINE, problem)
    raise ImportFailed(problem)


def import_month(session: requests.Session, tokens: TokenSource, account: Account, base_url: str) -> Outcome:
    budget = Budget()
    token = tokens.current()
    while True:
        reply = khipu_api.fetch(session, base_url, account, token)
        if reply["Status"] == "OK":
            rows = (reply.get("Data") or {}).get("Movements") or []
            return Imported(tuple(Movement.parse(row) for row in rows))
        problem = Problem.parse(reply)
        log.info("%s %s: %s", account.bank, account.month, problem)
        if problem.advice == "RETRY_IMMEDIATELY" and budget.resend():
            time.sleep(PAUSE)
        elif wants_new_token(problem) and budget.renewal():
            token = tokens.renew()
        else:
            return settle(problem)
