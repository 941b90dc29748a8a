"""Flanks gateway."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import requests

MOMENT = 30.0


class GatewayError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body

    @property
    def error_code(self) -> int | None:
        return self.body.get("error_code")


class Gateway:
    def __init__(
        self,
        token: str,
        base_url: str = "https://api.flanks.io",
        *,
        session: requests.Session | None = None,
        sleep: Callable[[float], None] | None = None,
        tries: int = 5,
    ) -> None:
        self.base_url = base_url
        self.session = session or requests.Session()
        self.headers = {"Authorization": f"Bearer {token}"}
        self.sleep = sleep or time.sleep
        self.tries = tries

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        tries = self.tries
        while True:
            response = self.session.post(self.base_url + path, json=payload, headers=self.headers, timeout=30)
            body = response.json()
            if response.status_code == 200 and body.get("error_code") is None:
                return body
            tries -= 1
            error = GatewayError(response.status_code, body)
            if error.error_code != 20002 or not tries:
                raise error
            self.sleep(MOMENT)
