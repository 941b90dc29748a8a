"""Reads the data that customers share, through Brick."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import requests

from brick_rules import book
from rulebook import Again, Answer, Done, Fail

log = logging.getLogger(__name__)


class SharedDataError(Exception):
    def __init__(self, answer: Answer, reason: str) -> None:
        super().__init__(f"{answer.status} {answer.code}: {answer.detail} ({reason})")
        self.status = answer.status
        self.code = answer.code
        self.body = answer.body
        self.reason = reason


@dataclass(frozen=True)
class Account:
    id: str
    kind: str
    available: Decimal


def _answer(response: requests.Response) -> Answer:
    try:
        body = response.json()
    except ValueError:
        body = response.text
    fields = body if isinstance(body, dict) else {}
    return Answer(
        response.status_code,
        fields.get("code") or fields.get("error") or "",
        fields.get("detail") or fields.get("error_description") or fields.get("message") or "",
        body,
    )


class SharedData:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def accounts(self, consent_id: str) -> list[Account]:
        return [
            Account(item["accountId"], item["type"], Decimal(item["availableAmount"]))
            for item in self._read("/data/accounts", consent_id)
        ]

    def _read(self, path: str, consent_id: str) -> list[dict[str, Any]]:
        resent = 0
        while True:
            response = self._session.get(
                self._base_url + path, headers={"x-consent-id": consent_id}, timeout=40, allow_redirects=False
            )
            answer = _answer(response)
            match book.judge(answer):
                case Done(data):
                    return data
                case Fail(reason):
                    raise SharedDataError(answer, reason)
                case Again(waits) if resent >= len(waits):
                    raise SharedDataError(answer, f"gave up after {resent + 1} attempts")
                case Again(waits):
                    log.warning("%s %s, again in %.0f s", answer.status, answer.code, waits[resent])
                    time.sleep(waits[resent])
                    resent += 1
