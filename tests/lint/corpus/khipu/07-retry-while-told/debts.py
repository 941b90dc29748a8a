from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from advice import Advice, KhipuError

log = logging.getLogger(__name__)


class DebtClient:
    path = "/v1/cl/services/cmf.cl/debts"

    def __init__(self, http: httpx.Client | None = None, token: str = "") -> None:
        self.http = http or httpx.Client(base_url="https://api.khipu.com", timeout=60)
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _fetch(self, rut: str, password: str) -> dict[str, Any]:
        body = self.http.post(self.path, json={"Username": rut, "Password": password}).json()
        if body["Status"] == "OK":
            return body["Data"]
        error = body["Error"]
        raise KhipuError(error["Code"], error["Type"], error["Description"])

    def debts(self, rut: str, password: str) -> dict[str, Any]:
        while True:
            try:
                return self._fetch(rut, password)
            except KhipuError as exc:
                if exc.advice == Advice.NOW:
                    log.info("once more: %s", exc)
                    time.sleep(1)
                    continue
                raise
