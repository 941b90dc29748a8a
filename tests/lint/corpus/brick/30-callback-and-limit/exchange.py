"""Hands the authorization code to Brick and keeps the monthly limit in mind."""
from __future__ import annotations

import datetime as dt
import json
import urllib.error
import urllib.request
from typing import Any

from callback import Callback


class BrickRefusal(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body
        self.code = body.get("code") or body.get("error") or ""


class LimitReached(BrickRefusal):
    """423: not before the next month."""

    @property
    def not_before(self) -> dt.date:
        today = dt.date.today()
        return (today.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


class Exchange:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token

    def finish(self, callback: Callback) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.base_url}/data/consents/callback",
            data=json.dumps({"code": callback.code, "state": callback.state}).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                status, body = response.status, json.load(response)
        except urllib.error.HTTPError as exc:
            status, body = exc.code, json.load(exc)
        if status in (200, 201):
            return body["data"]
        raise (LimitReached if status == 423 else BrickRefusal)(status, body)
