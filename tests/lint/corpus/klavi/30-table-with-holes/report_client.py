from __future__ import annotations

from typing import Any

import httpx

from fault_table import find


class ReportClient:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    @classmethod
    def connect(cls, token: str, *, sandbox: bool = False) -> "ReportClient":
        host = "api-sandbox.klavi.ai" if sandbox else "api.klavi.ai"
        http = httpx.Client(base_url=f"https://{host}", timeout=60)
        http.headers["Authorization"] = f"Bearer {token}"
        return cls(http)

    def report(self, cpf: str) -> dict[str, Any]:
        body = self.http.get("/open-data/v1/reports", params={"cpf": cpf}).json()
        fault = find(body["code"])
        if fault is not None:
            raise fault
        return body.get("data") or {}

    def balance(self, cpf: str) -> float:
        return sum(account["balance"] for account in self.report(cpf).get("accounts", []))
