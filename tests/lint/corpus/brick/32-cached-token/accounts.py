from __future__ import annotations

import time
from typing import Any

import httpx

from identity import Identity

TOKEN_TROUBLE = frozenset({"TOKEN_NAO_AUTORIZADO", "TOKEN_INATIVO", "invalid_token"})


class AccountsError(Exception):
    def __init__(self, response: httpx.Response, code: str) -> None:
        super().__init__(f"HTTP {response.status_code} {code}".rstrip())
        self.response = response
        self.code = code


class Accounts:
    def __init__(self, http: httpx.Client, identity: Identity) -> None:
        self.http = http
        self.identity = identity

    def _get(self, path: str, consent_id: str) -> httpx.Response:
        return self.http.get(path, headers={**self.identity.header(), "x-consent-id": consent_id})

    def list(self, consent_id: str) -> list[dict[str, Any]]:
        for attempt in (1, 2, 3):
            response = self._get("/data/accounts", consent_id)
            if response.status_code == 200:
                return response.json()["data"]["accounts"]
            body = response.json()
            code = body.get("code") or body.get("error") or ""
            if code not in TOKEN_TROUBLE:
                break
            # the header brings a new token in the next round
            time.sleep(attempt)
        raise AccountsError(response, code)
