"""Statement desk: a small agenda of errands against Khipu's bank services."""
from __future__ import annotations

import heapq
import itertools
import time
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import Any, Protocol

import requests

from advice import Command, GiveUp, KhipuFailure, Postpone, ReportNothing, SendAgain, command_for


class Clock(Protocol):
    def now(self) -> float: ...
    def wait_until(self, moment: float) -> None: ...


class WallClock:
    def now(self) -> float:
        return time.time()

    def wait_until(self, moment: float) -> None:
        if (gap := moment - self.now()) > 0:
            time.sleep(gap)


@dataclass(slots=True)
class Errand:
    path: str
    payload: dict[str, Any]
    repeats: int = 2
    postponements: int = 1
    answer: dict[str, Any] | None = None
    nothing: KhipuFailure | None = None
    failure: KhipuFailure | None = None


@dataclass(slots=True)
class Desk:
    token: str
    base_url: str = "https://api.khipu.com"
    clock: Clock = field(default_factory=WallClock)
    session: requests.Session = field(default_factory=requests.Session)
    _agenda: list[tuple[float, int, Errand]] = field(default_factory=list)
    _ticket: itertools.count = field(default_factory=itertools.count)

    def book(self, errand: Errand, at: float | None = None) -> Errand:
        heapq.heappush(self._agenda, (self.clock.now() if at is None else at, next(self._ticket), errand))
        return errand

    def work(self) -> None:
        while self._agenda:
            moment, _, errand = heapq.heappop(self._agenda)
            self.clock.wait_until(moment)
            document = self._post(errand)
            if document["Status"] == "OK":
                errand.answer = document["Data"]
            else:
                self.obey(command_for(KhipuFailure.parse(document)), errand)

    def _post(self, errand: Errand) -> dict[str, Any]:
        reply = self.session.post(
            f"{self.base_url}/v1/cl/{errand.path}",
            json=errand.payload,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=(5, 120),
        )
        return reply.json()

    @singledispatchmethod
    def obey(self, command: Command, errand: Errand) -> None:
        raise TypeError(f"no handler for {command!r}")

    @obey.register
    def _(self, command: SendAgain, errand: Errand) -> None:
        if errand.repeats == 0:
            errand.failure = command.failure
            return
        errand.repeats -= 1
        self.book(errand)

    @obey.register
    def _(self, command: Postpone, errand: Errand) -> None:
        if errand.postponements == 0:
            errand.failure = command.failure
            return
        errand.postponements -= 1
        self.book(errand, self.clock.now() + command.pause.total_seconds())

    @obey.register
    def _(self, command: ReportNothing, errand: Errand) -> None:
        errand.nothing = command.failure

    @obey.register
    def _(self, command: GiveUp, errand: Errand) -> None:
        errand.failure = command.failure


@dataclass(frozen=True, slots=True)
class Statement:
    movements: list[dict[str, Any]]
    unavailable: KhipuFailure | None = None


def statement(desk: Desk, rut: str, password: str, period: str) -> Statement:
    payload = {"Username": rut, "Password": password, "Period": period}
    errand = desk.book(Errand("banks/statement", payload))
    desk.work()
    if errand.failure is not None:
        raise errand.failure
    if errand.answer is None:
        return Statement([], unavailable=errand.nothing)
    return Statement(errand.answer["Movements"])
