import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from faults import FlanksCode, FlanksFault, StillProcessing
from settings import FlanksSettings
from transport import Transport


@dataclass(frozen=True)
class Linked:
    credentials_token: str


@dataclass(frozen=True)
class UnderReview:
    """The data must not be asked for before `ready_from`."""

    credentials_token: str
    ready_from: datetime


class Aggregation:
    def __init__(self, settings: FlanksSettings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport

    async def exchange(self, code: str) -> Linked | UnderReview:
        """Trades the `code` that the Link redirect brought for a credentials token."""
        status, body = await self._transport.post("/v0/platform/link/exchange", {"code": code})
        token = body["credentials_token"]
        if status == 202 or body.get("error_code") == FlanksCode.SCA_ERROR:
            return self._review(token)
        return Linked(token)

    async def portfolio(self, credentials_token: str) -> list[dict[str, Any]] | UnderReview:
        payload = {"credentials_token": credentials_token}
        last: FlanksFault | None = None
        for turn in range(self._settings.max_polls):
            if turn:
                await asyncio.sleep(self._settings.poll_every.total_seconds())
            try:
                status, body = await self._transport.post("/v0/bank/investments", payload)
            except FlanksFault as fault:
                match fault.code:
                    case FlanksCode.PROCESSING:
                        last = fault
                        continue
                    case FlanksCode.SCA_ERROR:
                        return self._review(credentials_token)
                    case _:
                        raise
            return self._review(credentials_token) if status == 202 else body
        raise StillProcessing(last.status, {"error_code": last.code, "error": last.text})

    def _review(self, credentials_token: str) -> UnderReview:
        ready = datetime.now(timezone.utc) + timedelta(hours=self._settings.review_hours)
        return UnderReview(credentials_token, ready)
