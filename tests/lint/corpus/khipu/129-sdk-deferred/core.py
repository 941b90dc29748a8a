from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta, timezone
from typing import Any

import requests

from catalogue import text_for

log = logging.getLogger("bank.khipu")

RETRY_NOW = "RETRY_IMMEDIATELY"
COME_BACK = "WAIT_4_HOURS_BEFORE_RETRY"


class OperationFailed(Exception):
    def __init__(self, error: dict[str, Any], operation_id: str | None, http_status: int) -> None:
        self.code = str(error.get("Code", ""))
        self.type = str(error.get("Type", ""))
        self.description = str(error.get("Description", ""))
        self.operation_id = operation_id
        self.http_status = http_status
        super().__init__(f"{self.code}/{self.type} in {operation_id} (HTTP {http_status}): {self.description}")

    def for_customer(self, language: str) -> str:
        return text_for(self.code, language)


class OperationDeferred(OperationFailed):
    """Same request again, but not before `not_before`. The caller's scheduler decides."""

    @property
    def not_before(self) -> datetime:
        return datetime.now(timezone.utc) + timedelta(hours=4)


class TransportMixin:
    base_url: str
    session: requests.Session
    attempts = 3
    pause = 2.0

    def _once(self, path: str, payload: dict[str, Any]) -> Any:
        response = self.session.post(self.base_url + path, json=payload, timeout=120)
        try:
            body = response.json()
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        error = body.get("Error")
        if body.get("Status") == "OK" and error is None and response.status_code < 400:
            return body["Data"]
        error = error if isinstance(error, dict) else {}
        kind = OperationDeferred if error.get("Type") == COME_BACK else OperationFailed
        raise kind(error, body.get("OperationId"), response.status_code)

    def _request(self, path: str, payload: dict[str, Any]) -> Any:
        for attempt in range(1, self.attempts + 1):
            try:
                return self._once(path, payload)
            except OperationFailed as failed:
                if failed.type != RETRY_NOW or attempt == self.attempts:
                    raise
                log.info("attempt %d of %s: %s", attempt, path, failed)
            time.sleep(self.pause)
        raise AssertionError("attempts must be positive")
