"""Use cases called by the views and by the nightly management command."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any

from exceptions import BankUnreachable, NotAvailable, StillProcessing, UnderReview, UserActionNeeded
from flanks_client import FlanksClient

logger = logging.getLogger("wealth.flanks")

POLL_SECONDS = 20
POLLS = 15
BANK_PAUSES = (300, 900)
REVIEW = timedelta(hours=48)


class SyncState(str, Enum):
    SYNCED = "synced"
    PROCESSING = "processing"
    UNDER_REVIEW = "under-review"
    USER_ACTION = "user-action"


@dataclass
class SyncResult:
    state: SyncState
    portfolios: list[dict[str, Any]] = field(default_factory=list)
    error_code: int | None = None
    not_before: datetime | None = None


@dataclass
class PortfolioSync:
    client: FlanksClient

    def run(self, credentials_token: str) -> SyncResult:
        """Waits for the extraction, then reads. What isn't listed here is for the caller to see."""
        try:
            self._wait_until_ready(credentials_token)
            return SyncResult(SyncState.SYNCED, self._read(credentials_token))
        except StillProcessing as exc:
            return SyncResult(SyncState.PROCESSING, error_code=exc.code)
        except UnderReview as exc:
            return SyncResult(SyncState.UNDER_REVIEW, error_code=exc.code, not_before=_now() + REVIEW)
        except UserActionNeeded as exc:
            return SyncResult(SyncState.USER_ACTION, error_code=exc.code)

    def _wait_until_ready(self, credentials_token: str) -> None:
        for poll in range(1, POLLS + 1):
            try:
                status = self._patiently(self.client.status, credentials_token)
            except StillProcessing:
                status = {"pending": True}
            if status.get("errored"):
                raise NotAvailable(200, {**status, "error_code": 20001, "error": "errored in credentials/status"})
            if not status.get("pending") and status.get("created") is not False:
                return
            logger.info("extraction pending, poll %d of %d", poll, POLLS)
            time.sleep(POLL_SECONDS)
        raise StillProcessing(200, {"error_code": 20002, "error": "still pending after our polls"})

    def _read(self, credentials_token: str) -> list[dict[str, Any]]:
        return self._patiently(self.client.portfolios, credentials_token)

    @staticmethod
    def _patiently(request, credentials_token: str):
        """The bank's site is down now and then (50001): five minutes, a quarter of an hour, then it's an error."""
        for pause in BANK_PAUSES:
            try:
                return request(credentials_token)
            except BankUnreachable as exc:
                logger.warning("%s, again in %d s", exc, pause)
                time.sleep(pause)
        return request(credentials_token)


def _now() -> datetime:
    return datetime.now(timezone.utc)
