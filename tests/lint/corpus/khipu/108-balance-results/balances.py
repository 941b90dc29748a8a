"""Company balances, one Result per bank; no exception leaves this module for a provider error."""
from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import aiohttp

from calendar_file import Calendar
from result import Err, Nothing, Ok, Problem, Result

SERVICE_CLOSED_FOR = timedelta(hours=4)
HICCUP = timedelta(seconds=2)
MAX_SENDS = 4

Subscriber = Callable[[str, Problem], None]


class JwtMint:
    """Signs our own short-lived tokens, as agreed with the account manager."""

    def __init__(self, key_id: str, secret: bytes, ttl: timedelta = timedelta(minutes=20)) -> None:
        self._key_id, self._secret, self._ttl = key_id, secret, ttl
        self._token = ""

    def current(self) -> str:
        return self._token or self.renew()

    def renew(self) -> str:
        def b64(raw: bytes) -> str:
            return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

        claims = {"iss": self._key_id, "exp": time.time() + self._ttl.total_seconds()}
        head = b64(b'{"alg":"HS256","typ":"JWT"}') + "." + b64(json.dumps(claims).encode())
        self._token = head + "." + b64(hmac.digest(self._secret, head.encode(), hashlib.sha256))
        return self._token


def read(doc: dict[str, Any]) -> Result:
    match doc:
        case {"Status": "OK", "Data": data}:
            return Ok(data)
        case {"Error": {"Code": str(code), "Type": str(kind), "Description": str(text)}}:
            return Err(Problem(code, kind, text))
    return Err(Problem("", "", f"unrecognised answer: {doc!r:.200}"))


def without_data(result: Result) -> Result:
    match result:
        case Err(Problem(code=code, type="DO_NOT_RETRY") as why) if code[:2] == "E3":
            return Nothing(why)
    return result


class Balances:
    def __init__(self, mint: JwtMint, calendar: Calendar, base_url: str = "https://api.khipu.com") -> None:
        self._mint, self._calendar, self._base_url = mint, calendar, base_url
        self._subscribers: dict[str, list[Subscriber]] = defaultdict(list)

    def subscribe(self, topic: str, fn: Subscriber) -> None:
        self._subscribers[topic].append(fn)

    def _publish(self, topic: str, bank: str, problem: Problem) -> None:
        for fn in self._subscribers[topic]:
            fn(bank, problem)

    async def of(self, bank: str, username: str, password: str) -> Result:
        opens = self._calendar.opens_at(bank)
        if opens and datetime.now(timezone.utc) < opens:
            return Err(Problem("", "", f"{bank} asked us to stay away until {opens:%c}"))
        payload = {"Username": username, "Password": password}
        async with aiohttp.ClientSession() as session:
            result = await self._conversation(session, bank, payload)
        if isinstance(result, Err):
            self._publish("failed", bank, result.problem)
        return result

    async def _conversation(self, session: aiohttp.ClientSession, bank: str, payload: dict[str, str]) -> Result:
        result: Result = Err(Problem("", "", "nothing sent"))
        renewed = False
        for left in reversed(range(MAX_SENDS)):
            result = without_data(await self._send(session, bank, payload))
            match result:
                case Err(Problem(type="WAIT_4_HOURS_BEFORE_RETRY") as problem):
                    self._calendar.close_until(bank, datetime.now(timezone.utc) + SERVICE_CLOSED_FOR)
                    self._publish("postponed", bank, problem)
                    return result
                case Err(Problem(code="A000")) if left and not renewed:
                    self._mint.renew()
                    renewed = True
                case Err(Problem(code=code, type="RETRY_IMMEDIATELY")) if left and code != "A000":
                    await asyncio.sleep(HICCUP.total_seconds())
                case _:
                    return result
        return result

    async def _send(self, session: aiohttp.ClientSession, bank: str, payload: dict[str, str]) -> Result:
        headers = {"Authorization": f"Bearer {self._mint.current()}"}
        async with session.post(f"{self._base_url}/v1/cl/banks/{bank}/balances", json=payload, headers=headers) as resp:
            try:
                return read(await resp.json(content_type=None))
            except ValueError:
                return Err(Problem("", "", f"HTTP {resp.status} without JSON"))
