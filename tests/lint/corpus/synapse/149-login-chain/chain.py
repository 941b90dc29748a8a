"""A tiny middleware chain: each link receives the request and the rest of the chain."""
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import httpx


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    body: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    http: int
    code: str
    body: dict[str, Any]

    @property
    def pair(self) -> tuple[int, str]:
        return self.http, self.code

    @property
    def text(self) -> str:
        error = self.body.get("error") or {}
        return error.get("en", "") if isinstance(error, dict) else str(error)


Handler = Callable[[Call], Reply]
Middleware = Callable[[Call, Handler], Reply]


class SynapseFault(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(f"HTTP {reply.http}, error_code {reply.code}: {reply.text}")
        self.pair = reply.pair
        self.text = reply.text


class LockedAtBank(SynapseFault): ...
class NoAchAccount(SynapseFault): ...
class FixCredentials(SynapseFault): ...
class TooFast(SynapseFault): ...
class Closed(SynapseFault): ...


FAULTS: dict[tuple[int, str], type[SynapseFault]] = {
    (400, "200"): FixCredentials,
    (401, "110"): FixCredentials,
    (402, "460"): NoAchAccount,
    (402, "500"): LockedAtBank,
    (429, "429"): TooFast,
    (503, "503"): Closed,
}


def raise_faults(call: Call, following: Handler) -> Reply:
    reply = following(call)
    match reply.pair:
        case (200, "0") | (202, "10"):
            return reply
        case pair:
            raise FAULTS.get(pair, SynapseFault)(reply)


def slow_down(call: Call, following: Handler) -> Reply:
    for pause in (30, 60):
        try:
            return following(call)
        except TooFast:
            time.sleep(pause)
    return following(call)


def after_maintenance(call: Call, following: Handler) -> Reply:
    try:
        return following(call)
    except Closed:
        time.sleep(20 * 60)
        return following(call)


def wire(client: httpx.Client) -> Handler:
    def send(call: Call) -> Reply:
        response = client.request(call.method, call.path, json=call.body or None)
        try:
            body = response.json()
        except ValueError:
            body = {"error": {"en": response.text[:200]}}
        return Reply(response.status_code, str(body.get("error_code", "")), body)

    return send


def compose(client: httpx.Client, *middlewares: Middleware) -> Handler:
    return reduce(lambda inner, mw: lambda call: mw(call, inner), reversed(middlewares), wire(client))
