"""Talking to Flanks: one exception that carries the code, and a wait only where the page has one."""

from __future__ import annotations

import time
from typing import Any

import requests

BASE_URL = "https://api.flanks.io"

PROCESSING = 20002
"""The data is being fetched; asking again in a moment is documented."""

POLL_SECONDS = 15
POLLS = 8


class FlanksError(Exception):
    """Flanks refused, failed or isn't ready. `status` and `code` say which; `code` is None where the reply has none."""

    def __init__(self, status: int, body: Any) -> None:
        self.status = status
        self.code = body.get("error_code") if isinstance(body, dict) else None
        self.body = body
        super().__init__(f"Flanks answered {status}, code {self.code}")


class FlanksApi:
    def __init__(self, client_id: str, client_secret: str, base_url: str = BASE_URL) -> None:
        self.client_id = client_id
        self.client_secret = client_secret
        self.base_url = base_url
        self.session = requests.Session()

    def token(self) -> str:
        grant = {"client_id": self.client_id, "client_secret": self.client_secret, "grant_type": "client_credentials"}
        return self._send("/v0/token", grant, {})["access_token"]

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token()}"}
        polls = 0
        while True:
            try:
                return self._send(path, payload, headers)
            except FlanksError as error:
                polls += 1
                if error.code != PROCESSING or polls == POLLS:
                    raise
            time.sleep(POLL_SECONDS)

    def _send(self, path: str, payload: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
        reply = self.session.post(self.base_url + path, json=payload, headers=headers, timeout=30)
        try:
            body = reply.json()
        except ValueError:
            raise FlanksError(reply.status_code, reply.text) from None
        # A 202 looks like success and carries a code: the credentials exist, but aren't usable yet.
        if reply.status_code != 200 or not isinstance(body, dict) or body.get("error_code") is not None:
            raise FlanksError(reply.status_code, body)
        return body

    def connect_bank(self, bank: str, username: str, password: str) -> str:
        """Store a user's bank credentials; returns the token to read them with. Raises FlanksError."""
        answer = self.post("/v0/bank/credentials", {"bank": bank, "username": username, "password": password})
        return answer["credentials_token"]

    def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        """The accounts behind one credentials token. Raises FlanksError."""
        return self.post("/v0/bank/account", {"credentials_token": credentials_token})["accounts"]
