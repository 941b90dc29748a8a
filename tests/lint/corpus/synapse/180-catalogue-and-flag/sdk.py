"""Bank logins through SynapseFI."""
from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from locale_en import MESSAGES

FLAGS = {"retry_bank_trouble": True}
BANK_TROUBLE = frozenset({"500", "503"})
TRIES = 3
GAP = 30


class ApiFailure(Exception):
    """As SynapseFI sent it."""

    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        super().__init__(http_code, error_code)
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


class LinkRefused(Exception):
    """With a text for the page."""

    def __init__(self, failure: ApiFailure, text: str) -> None:
        super().__init__(text)
        self.http_code = failure.http_code
        self.error_code = failure.error_code
        self.text = text


@contextmanager
def friendly() -> Iterator[None]:
    try:
        yield
    except ApiFailure as failure:
        raise LinkRefused(failure, MESSAGES[failure.error_code]) from failure


class SynapseApi:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = gateway

    def _send(self, path: str, payload: dict[str, Any], user_key: str) -> dict[str, Any]:
        response = self.session.post(
            self.base_url + path, json=payload, headers={"X-SP-USER": user_key}, timeout=45
        )
        body = response.json()
        code = str(body.get("error_code", ""))
        if code not in ("0", "10"):
            raise ApiFailure(str(body.get("http_code", response.status_code)), code, body)
        return body

    def _request(self, path: str, payload: dict[str, Any], user_key: str) -> dict[str, Any]:
        for attempt in range(TRIES):
            try:
                return self._send(path, payload, user_key)
            except ApiFailure as failure:
                again = FLAGS["retry_bank_trouble"] and failure.error_code in BANK_TROUBLE
                if not again or attempt == TRIES - 1:
                    raise
                time.sleep(GAP)
        raise RuntimeError("unreachable")

    def link(self, user_id: str, user_key: str, bank: str, login: str, password: str) -> dict[str, Any]:
        payload = {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}}
        with friendly():
            return self._request(f"/users/{user_id}/nodes", payload, user_key)
