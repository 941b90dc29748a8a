"""Generated from brick-data.yaml, then edited by hand."""
from __future__ import annotations

from typing import Any

import requests

from errors import BrickError
from transport import build_session

DEFAULT_HOST = "https://api.brickbank.example"


class Resource:
    path = ""

    def __init__(self, client: "BrickClient") -> None:
        self._client = client


class Accounts(Resource):
    path = "/data/accounts"

    def list(self, consent_id: str) -> list[dict[str, Any]]:
        return self._client._request("GET", self.path, consent_id)["data"]

    def balance(self, consent_id: str, account_id: str) -> dict[str, Any]:
        return self._client._request("GET", f"{self.path}/{account_id}/balances", consent_id)["data"]


class Consents(Resource):
    path = "/consents"

    def get(self, consent_id: str) -> dict[str, Any]:
        return self._client._request("GET", f"{self.path}/{consent_id}", consent_id)["data"]


class BrickClient:
    def __init__(self, token: str, host: str = DEFAULT_HOST, session: requests.Session | None = None) -> None:
        self._host = host.rstrip("/")
        self._session = session or build_session(token)
        self.accounts = Accounts(self)
        self.consents = Consents(self)

    def _request(self, method: str, path: str, consent_id: str) -> dict[str, Any]:
        response = self._session.request(
            method, self._host + path, headers={"x-consent-id": consent_id}, timeout=(5, 30)
        )
        try:
            body = response.json()
        except ValueError:
            body = None
        if response.status_code == 200 and isinstance(body, dict) and "data" in body:
            return body
        raise BrickError.build(response.status_code, body, response.headers.get("x-fapi-interaction-id"))
