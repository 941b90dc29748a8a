"""Walks a fresh connection through its stages and leaves a snapshot for the back office."""
from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta, timezone
from typing import Any

import attrs

from flanks_http import FlanksHttp, Heard
from stages import NEXT, Stage

log = logging.getLogger(__name__)

REVIEW = timedelta(hours=48)


@attrs.define
class Snapshot:
    credentials_token: str = attrs.field(repr=lambda token: "***")
    stage: Stage = Stage.LOADING
    http_status: int | None = None
    error_code: int | None = None
    reason: str = ""
    data: dict[str, Any] | None = None
    look_again: datetime | None = None

    def record(self, heard: Heard) -> None:
        self.stage = NEXT[heard.signal]
        self.http_status = heard.status
        self.error_code = heard.error_code
        self.reason = heard.body.get("error") or heard.body.get("message") or ""
        self.data = heard.body if self.stage is Stage.LOADED else None
        self.look_again = datetime.now(timezone.utc) + REVIEW if self.stage is Stage.IN_REVIEW else None


class Onboarding:
    LOOKS = 24
    BETWEEN_LOOKS = 20.0

    def __init__(self, http: FlanksHttp) -> None:
        self._http = http

    def run(self, credentials_token: str, product: str = "account") -> Snapshot:
        """Ends in any stage; LOADING means that Flanks was still extracting when we stopped looking."""
        snapshot = Snapshot(credentials_token)
        for look in range(self.LOOKS):
            if look:
                time.sleep(self.BETWEEN_LOOKS)
            snapshot.record(self._http.read(product, credentials_token))
            log.info("%s: %s after %d looks", product, snapshot.stage.value, look + 1)
            if snapshot.stage is not Stage.LOADING:
                break
        return snapshot
