"""Report collection as a finite state machine. Every move is in MOVES; anything else is a bug of ours."""
from __future__ import annotations

import enum
import http.client
import json
import time
from dataclasses import dataclass, field
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit


class State(enum.Enum):
    READY = enum.auto()
    ASKING = enum.auto()
    COOLING = enum.auto()
    COMPLETE = enum.auto()
    PARTIAL = enum.auto()
    WITH_USER = enum.auto()
    WITH_US = enum.auto()


class Signal(enum.Enum):
    GO = enum.auto()
    ALL = enum.auto()
    SOME = enum.auto()
    COOL_DOWN = enum.auto()
    ASK_USER = enum.auto()
    GIVE_UP = enum.auto()


MOVES = MappingProxyType({
    (State.READY, Signal.GO): State.ASKING,
    (State.COOLING, Signal.GO): State.ASKING,
    (State.ASKING, Signal.ALL): State.COMPLETE,
    (State.ASKING, Signal.SOME): State.PARTIAL,
    (State.ASKING, Signal.COOL_DOWN): State.COOLING,
    (State.ASKING, Signal.ASK_USER): State.WITH_USER,
    (State.ASKING, Signal.GIVE_UP): State.WITH_US,
})

COOLDOWN = MappingProxyType({
    403: timedelta(minutes=20),
    408: timedelta(hours=1),
    414: timedelta(hours=2),
    415: timedelta(minutes=30),
})

USER_CODES = frozenset({
    402, 405, 406, 407, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435,
})


def signal_for(code: int) -> Signal:
    if code == 200:
        return Signal.ALL
    if code in (201, 202, 203):
        return Signal.SOME
    if code in COOLDOWN:
        return Signal.COOL_DOWN
    if code in USER_CODES:
        return Signal.ASK_USER
    return Signal.GIVE_UP


@dataclass
class Collection:
    link_id: str
    state: State = State.READY
    code: int | None = None
    message: str = ""
    report: dict[str, Any] = field(default_factory=dict)

    def fire(self, signal: Signal) -> None:
        self.state = MOVES[self.state, signal]


class Collector:
    ROUNDS = 3

    def __init__(self, partner: str, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self._url = urlsplit(base_url)
        self._headers = {
            "partnerCode": partner,
            "partnerToken": token,
            "Content-Type": "application/json",
        }

    def _connection(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        return kind(self._url.hostname, self._url.port, timeout=60)

    def _ask(self, link_id: str) -> dict[str, Any]:
        conn = self._connection()
        try:
            conn.request("POST", "/data/v1/connect", json.dumps({"linkId": link_id}), self._headers)
            return json.loads(conn.getresponse().read())
        finally:
            conn.close()

    def collect(self, link_id: str) -> Collection:
        item = Collection(link_id)
        for last in (False,) * (self.ROUNDS - 1) + (True,):
            item.fire(Signal.GO)
            body = self._ask(link_id)
            item.code, item.message = int(body["code"]), body.get("message", "")
            item.fire(signal_for(item.code))
            if item.state is not State.COOLING or last:
                break
            time.sleep(COOLDOWN[item.code].total_seconds())
        if item.state in (State.COMPLETE, State.PARTIAL):
            item.report = body.get("data") or {}
        return item
