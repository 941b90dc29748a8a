"""Connects a batch of links; those that the bank wants to rest go to the waiting room."""
from __future__ import annotations

import heapq
import http.client
import itertools
import json
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Tuple
from urllib.parse import urlsplit

MINUTES = 60
HOURS = 60 * MINUTES


@dataclass
class Connected:
    link: str
    data: Any
    gaps: str = ""


@dataclass
class Refused:
    link: str
    code: int
    message: str


@dataclass(order=True)
class Guest:
    ready_at: float
    seat: int
    link: str = field(compare=False)
    visits: int = field(compare=False, default=1)


class Room:
    def __init__(self) -> None:
        self._heap: List[Guest] = []
        self._seats = itertools.count()

    def enter(self, link: str, wait: float, visits: int) -> None:
        heapq.heappush(self._heap, Guest(time.monotonic() + wait, next(self._seats), link, visits))

    def drain(self) -> Iterator[Guest]:
        while self._heap:
            guest = heapq.heappop(self._heap)
            remaining = guest.ready_at - time.monotonic()
            if remaining > 0:
                time.sleep(remaining)
            yield guest


class Connector:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", max_visits: int = 3) -> None:
        self.url = urlsplit(base_url)
        self.token = token
        self.max_visits = max_visits
        self.rest: Dict[int, float] = {414: 24 * HOURS, 415: 30 * MINUTES, 429: 2 * MINUTES}
        self.gaps: Dict[int, Callable[[Dict[str, Any]], str]] = {
            200: lambda body: "",
            201: lambda body: "user must authorize the rest",
            202: lambda body: "transactions missing at the source",
            203: lambda body: "no CPF in the report",
        }

    def _ask(self, link: str) -> Tuple[int, Dict[str, Any]]:
        kind = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        wire = kind(self.url.netloc, timeout=90)
        try:
            wire.request("POST", f"/v1/links/{link}/run", headers={"Authorization": f"Bearer {self.token}"})
            body = json.loads(wire.getresponse().read())
        finally:
            wire.close()
        return int(body["code"]), body

    def run(self, links: List[str]) -> Tuple[List[Connected], List[Refused]]:
        room = Room()
        done: List[Connected] = []
        refused: List[Refused] = []
        for link in links:
            room.enter(link, 0, 1)
        for guest in room.drain():
            code, body = self._ask(guest.link)
            if code in self.gaps:
                done.append(Connected(guest.link, body.get("data"), self.gaps[code](body)))
            elif code in self.rest and guest.visits < self.max_visits:
                room.enter(guest.link, self.rest[code], guest.visits + 1)
            else:
                refused.append(Refused(guest.link, code, body.get("message", "")))
        return done, refused
