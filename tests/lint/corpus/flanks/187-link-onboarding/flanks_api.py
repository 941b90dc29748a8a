"""Thin layer over the Flanks endpoints that wealth reporting needs."""
from __future__ import annotations

from typing import Any

import requests


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"HTTP {status}: {body.get('error', body)}")
        self.status = status
        self.body = body


class UnderReview(FlanksError):
    """Security checks on a new token, 24 to 48 hours."""


SECURITY_CHECKS = 20003


class FlanksApi:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {access_token}"

    def post(self, path: str, **payload: Any) -> dict[str, Any]:
        response = self.session.post(f"{self.base_url}{path}", json=payload, timeout=(5, 40))
        body = response.json()
        if body.get("errorCode") == SECURITY_CHECKS:
            raise UnderReview(response.status_code, body)
        if not response.ok:
            raise FlanksError(response.status_code, body)
        return body

    def exchange(self, link_code: str) -> str:
        return self.post("/v0/platform/link", code=link_code)["credentials_token"]
