"""Alta de clientes: del código de Flanks Link al credentials_token."""
from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

import aiohttp
import attrs

MIN_REVIEW = timedelta(hours=24)
MAX_REVIEW = timedelta(hours=48)


@attrs.frozen
class Onboarded:
    credentials_token: str
    message: str = ""


@attrs.frozen
class UnderReview:
    """The token exists, its data doesn't yet."""

    credentials_token: str | None
    error_code: int
    status: int
    usable_from: datetime
    latest: datetime


@attrs.frozen
class Rejected:
    status: int
    error_code: int | None
    error: str
    team: str


Result = Onboarded | UnderReview | Rejected


def _team(status: int, code: int | None) -> str:
    match status, code:
        case _, 50002 | 50003:
            return "customer"
        case _, 20001 | 20002 | 50001:
            return "operations"
        case 401, None:
            return "platform"
        case (400 | 405 | 409 | 415), (40001 | None):
            return "developers"
        case _:
            return "on-call"


def to_result(status: int, body: dict[str, Any], now: datetime) -> Result:
    raw = body.get("error_code")
    code = int(raw) if isinstance(raw, (int, str)) and str(raw).isdecimal() else None
    match status, code, body:
        case 200, None, {"credentials_token": str(token)} if raw is None:
            return Onboarded(token, str(body.get("message", "")))
        case (200 | 202 | 400), 20003, _:
            return UnderReview(body.get("credentials_token"), code, status, now + MIN_REVIEW, now + MAX_REVIEW)
        case _:
            return Rejected(status, code, str(body.get("error") or body.get("message") or ""), _team(status, code))


@attrs.define
class LinkClient:
    base_url: str
    api_token: Callable[[], str]
    clock: Callable[[], datetime] = attrs.field(default=lambda: datetime.now(timezone.utc))

    async def exchange(self, session: aiohttp.ClientSession, link_code: str) -> Result:
        headers = {"Authorization": f"Bearer {self.api_token()}"}
        async with session.post(f"{self.base_url}/v0/platform/link", json={"code": link_code}, headers=headers) as reply:
            try:
                body = await reply.json(content_type=None)
            except ValueError:
                body = {}
            return to_result(reply.status, body if isinstance(body, dict) else {}, self.clock())
