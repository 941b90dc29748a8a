from __future__ import annotations

import json
from typing import Any

import urllib3

from patterns import Situation, situation


class NoSummary(Exception):
    def __init__(self, situation: Situation, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{situation.value}: HTTP {status}")
        self.situation = situation
        self.status = status
        self.body = body


def summary(http: urllib3.PoolManager, credentials_token: str, base_url: str = "https://api.flanks.io") -> dict[str, Any]:
    response = http.request(
        "POST",
        f"{base_url}/v0/bank/summary",
        body=json.dumps({"credentials_token": credentials_token}).encode(),
        headers={**http.headers, "Content-Type": "application/json"},
        retries=False,
    )
    body = json.loads(response.data)
    if response.status == 200 and "error_code" not in body:
        return body
    raise NoSummary(situation(body.get("error") or body.get("message") or ""), response.status, body)


def banner(http: urllib3.PoolManager, credentials_token: str, **options: Any) -> str:
    try:
        return f"{summary(http, credentials_token, **options)['total']} EUR"
    except NoSummary as exc:
        match exc.situation:
            case Situation.RUNNING | Situation.REVIEW:
                return f"in progress ({exc.body.get('error_code')})"
            case Situation.LOGIN:
                return f"please log in again ({exc.status})"
        raise
