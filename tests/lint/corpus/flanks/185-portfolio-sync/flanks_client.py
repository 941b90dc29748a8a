"""Requests to Flanks."""
from __future__ import annotations

from typing import Any

import requests

from exceptions import BankUnreachable, FlanksError, NotAvailable, StillProcessing, UnderReview, UserActionNeeded

BASE_URL = "https://api.flanks.io"

_CLASSES: dict[int, type[FlanksError]] = {
    20001: NotAvailable,
    20002: StillProcessing,
    20003: UnderReview,
    50001: BankUnreachable,
    50002: UserActionNeeded,
    50003: UserActionNeeded,
}


class FlanksClient:
    def __init__(self, access_token: str, base_url: str = BASE_URL, session: requests.Session | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = session or requests.Session()
        self.session.headers["Authorization"] = f"Bearer {access_token}"

    def status(self, credentials_token: str) -> dict[str, Any]:
        return self._post("/v0/credentials/status", {"credentials_token": credentials_token})

    def portfolios(self, credentials_token: str) -> list[dict[str, Any]]:
        body = self._post("/v0/bank/portfolio", {"credentials_token": credentials_token})
        portfolios = body.get("portfolios")
        if portfolios is None:
            raise FlanksError(200, body)
        return portfolios

    def exchange(self, link_code: str) -> str:
        return self._post("/v0/platform/link", {"code": link_code})["credentials_token"]

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.session.post(self.base_url + path, json=payload, timeout=(5, 30))
        try:
            body = response.json()
        except ValueError:
            raise FlanksError(response.status_code, {"error": response.text[:200]}) from None
        if not isinstance(body, dict):
            raise FlanksError(response.status_code, {"error": f"unexpected {type(body).__name__}"})
        code = body.get("error_code")
        if response.status_code == 200 and code is None:
            return body
        raise _CLASSES.get(code, FlanksError)(response.status_code, body)
