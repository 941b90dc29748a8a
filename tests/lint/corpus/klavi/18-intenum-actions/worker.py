"""Queue worker: one message is one bank login. Visibility timeout is two hours."""
from __future__ import annotations

import time
from typing import Any

import urllib3

from codes import PAUSES, Code

TRIES = 3


class LoginFailed(Exception):
    def __init__(self, code: Code, raw: int, message: str) -> None:
        super().__init__(f"{code.name} ({raw}): {message}")
        self.code = code
        self.raw = raw
        self.message = message


class Worker:
    def __init__(self, token: str, url: str = "https://api.klavi.ai/open-data/v1/login") -> None:
        self.url = url
        self.pool = urllib3.PoolManager(headers={"Authorization": f"Bearer {token}"}, retries=False)

    def post(self, form: dict[str, str]) -> dict[str, Any]:
        return self.pool.request("POST", self.url, json=form, timeout=60.0).json()

    def handle(self, form: dict[str, str]) -> dict[str, Any]:
        for attempt in range(TRIES):
            body = self.post(form)
            code = Code(body["code"])
            if code is Code.OK:
                return body["data"]
            pause = PAUSES.get(code)
            if pause is None or attempt + 1 == TRIES:
                break
            time.sleep(pause)
        raise LoginFailed(code, body["code"], body.get("message", ""))
