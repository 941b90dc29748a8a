from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Optional

import requests

FLANKS = "https://api.flanks.io"
SECURITY_CHECKS = 20003
REVIEW_TIME = dt.timedelta(hours=48)


class FlanksError(Exception):
    def __init__(self, status: int, error_code: Optional[int], text: str):
        super().__init__(f"flanks answered {status}/{error_code}: {text}")
        self.status = status
        self.error_code = error_code
        self.text = text

    @classmethod
    def of(cls, resp: requests.Response) -> "FlanksError":
        try:
            body = resp.json()
        except ValueError:
            return cls(resp.status_code, None, resp.text[:300])
        return cls(resp.status_code, body.get("error_code"), body.get("error") or body.get("message") or "")


@dataclass
class Grant:
    token: str
    usable_from: Optional[dt.datetime] = None

    @property
    def under_review(self) -> bool:
        return self.usable_from is not None


class LinkExchange:
    """Swaps the one-time ``code`` of the Link redirect for a credentials token."""

    def __init__(self, client_token: str, base_url: str = FLANKS):
        self.base_url = base_url
        self.auth = {"Authorization": f"Bearer {client_token}"}

    def _post(self, path: str, payload: dict[str, Any]) -> requests.Response:
        return requests.post(self.base_url + path, json=payload, headers=self.auth, timeout=30)

    def redeem(self, code: str) -> Grant:
        resp = self._post("/v0/platform/link/token", {"code": code})
        if resp.status_code in (200, 201):
            return Grant(resp.json()["credentials_token"])
        problem = FlanksError.of(resp)
        if resp.status_code == 202 and problem.error_code == SECURITY_CHECKS:
            usable_from = dt.datetime.now(dt.timezone.utc) + REVIEW_TIME
            return Grant(resp.json()["credentials_token"], usable_from)
        raise problem
