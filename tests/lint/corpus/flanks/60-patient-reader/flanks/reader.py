from __future__ import annotations

import logging
from typing import Any

import httpx
from tenacity import (
    Retrying,
    before_sleep_log,
    retry_if_exception,
    stop_after_attempt,
    wait_fixed,
    wait_random,
)

from .faults import Fault, worth_waiting

log = logging.getLogger(__name__)


class Reader:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", attempts: int = 8) -> None:
        self._http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"})
        self._policy = Retrying(
            retry=retry_if_exception(worth_waiting),
            wait=wait_fixed(60) + wait_random(0, 15),
            stop=stop_after_attempt(attempts),
            before_sleep=before_sleep_log(log, logging.INFO),
            reraise=True,
        )

    def _post(self, path: str, **payload: Any) -> dict[str, Any]:
        reply = self._http.post(path, json=payload, timeout=30)
        body = reply.json()
        if reply.status_code == httpx.codes.OK and body.get("error_code") is None:
            return body
        raise Fault(reply.status_code, body)

    def funds(self, credentials_token: str) -> list[dict[str, Any]]:
        body = self._policy(self._post, "/v0/bank/fund", credentials_token=credentials_token)
        return body["funds"]

    def remove(self, credentials_token: str) -> None:
        self._post("/v0/bank/credentials/delete", credentials_token=credentials_token)
