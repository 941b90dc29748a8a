"""Nightly refresh of linked bank accounts.

Only the standard library: this runs inside the ledger's locked-down image.
"""
from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple, Self


class State(Enum):
    FRESH = auto()
    UNSUPPORTED = auto()
    RELINK = auto()
    LATER = auto()
    FAILED = auto()

    @property
    def settled(self) -> bool:
        return self is not State.LATER


class Pair(NamedTuple):
    http: int
    code: int

    @classmethod
    def of(cls, status: int, body: dict[str, Any]) -> Self:
        return cls(status, int(body.get("error_code", -1)))


SYNC: dict[Pair, State] = {
    Pair(503, 503): State.LATER,
    Pair(400, 410): State.UNSUPPORTED,
    Pair(401, 110): State.RELINK,
    Pair(500, 500): State.FAILED,
    Pair(429, 429): State.LATER,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    node_id: str
    state: State
    pair: Pair
    message: str = ""
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Rounds:
    """Everything that should be looked at later is looked at again, in rounds."""

    pauses: tuple[float, ...] = (300.0, 900.0)
    sleep: Callable[[float], None] = field(default=time.sleep)

    def __iter__(self) -> Iterator[int]:
        yield 0
        for n, pause in enumerate(self.pauses, start=1):
            self.sleep(pause)
            yield n


class NodeRefresher:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com", rounds: Rounds = Rounds()) -> None:
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user, "Content-Type": "application/json"}
        self._base = base_url.rstrip("/")
        self._rounds = rounds

    def _call(self, method: str, path: str) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(self._base + path, method=method, headers=self._headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as resp:
                return resp.status, json.load(resp)
        except urllib.error.HTTPError as exc:
            with exc:
                try:
                    return exc.code, json.load(exc)
                except ValueError:
                    return exc.code, {}

    def _refresh(self, user_id: str, node_id: str, attempt: int) -> Outcome:
        path = f"/v3.1/users/{user_id}/nodes/{node_id}"
        status, body = self._call("PATCH", path + "?refresh=yes")
        polls = 0
        while status == 202 and polls < 10:
            polls += 1
            time.sleep(6)
            status, body = self._call("GET", path)
        pair = Pair.of(status, body)
        match pair:
            case Pair(http=200):
                return Outcome(node_id, State.FRESH, pair, attempts=attempt)
            case Pair(http=202):
                return Outcome(node_id, State.FAILED, pair, "still pending", attempt)
            case _:
                text = (body.get("error") or {}).get("en", "")
                return Outcome(node_id, SYNC.get(pair, State.FAILED), pair, text, attempt)

    def run(self, user_id: str, node_ids: Iterable[str]) -> dict[str, Outcome]:
        outcomes: dict[str, Outcome] = {}
        open_ids = list(node_ids)
        for n in self._rounds:
            for node_id in open_ids:
                outcomes[node_id] = self._refresh(user_id, node_id, n + 1)
            open_ids = [i for i in open_ids if not outcomes[i].state.settled]
            if not open_ids:
                break
        return outcomes
