from __future__ import annotations

import time
from typing import Any

import httpx

from .faults import KhipuFault
from .waits import Waits


class StatementClient:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(120.0),
        )

    def statement(self, rut: str, password: str, month: str) -> dict[str, Any]:
        waits = Waits()
        while True:
            doc = self._ask(rut, password, month)
            if doc["Status"] == "OK":
                return doc["Data"]
            fault = KhipuFault.of(doc)
            wait = waits.after(fault.advice)
            if wait is None:
                raise fault
            time.sleep(wait)

    def _ask(self, rut: str, password: str, month: str) -> dict[str, Any]:
        answer = self._http.post(
            "/v1/cl/services/bancoestado.cl/statements",
            json={"Username": rut, "Password": password, "Month": month},
        )
        return answer.json()
