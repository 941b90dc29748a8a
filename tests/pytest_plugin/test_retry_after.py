"""`Retry-After` at the wire: made anew for each reply; a client that reads it through `datetime.now` is judged where
that moves, and left alone where it cannot."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import requests

from errpact.contracts import Obligation
from errpact.pytest_plugin import clock_wall, session
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.options import Options

from .zoo.behaviour import SUCCESS, ZooError
from .zoo.table import contract


def obeys(url: str, factor: float = 1.0) -> Any:
    """Waits for what the header says, twice at most."""
    for resent in range(3):
        reply = requests.get(url, timeout=5)
        if reply.status_code != 429 or resent == 2:
            break
        said = reply.headers.get("Retry-After", "30")
        seconds = float(said) if said.isdigit() else (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds()
        time.sleep(max(seconds, 0) * factor)
    if reply.status_code != 200:
        raise ZooError(reply.status_code, reply.json())
    return reply.json()


def too_soon(url: str) -> Any:
    """Waits for a tenth of it."""
    return obeys(url, 0.1)


def gives_up_by_the_wall_clock(url: str) -> Any:
    """Resends for two minutes."""
    begin = datetime.now()
    while (datetime.now() - begin).total_seconds() < 45:
        reply = requests.get(url, timeout=5)
        if reply.status_code == 200:
            return reply.json()
        time.sleep(30)
    raise ZooError(reply.status_code, reply.json())


def state(client: Any, obligation: Obligation) -> str:
    [plan] = select(contract(), codes=["SLOW_DOWN"], off=False)
    checker = Checker(plan, Options(max_examples=1, retry_after=30.0), "retry-after", session.server, limit=40)
    try:
        return checker.check(client, success=SUCCESS).verdicts[obligation]
    except ContractBroken as error:
        return error.record.verdicts[obligation]


def test_with_the_clock_extra_waits_are_judged() -> None:
    assert state(obeys, Obligation.WAIT) == "kept"
    assert state(too_soon, Obligation.WAIT) == "broken"
    assert state(gives_up_by_the_wall_clock, Obligation.ATTEMPTS) == "kept"


def test_without_it_what_hangs_on_the_wall_clock_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_wall, "backend", lambda: None)
    assert state(obeys, Obligation.MAX_WAIT) in ("kept", "undecided")
    assert state(too_soon, Obligation.WAIT) == "broken", "the header in seconds tells"
    assert state(gives_up_by_the_wall_clock, Obligation.ATTEMPTS) == "undecided"
