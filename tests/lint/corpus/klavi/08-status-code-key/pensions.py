"""FGTS balance through Klavi Open Data."""
from __future__ import annotations

import datetime as dt
from typing import Any

import urllib3
from attrs import define, field

http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=45), retries=False)


@define
class FgtsBalance:
    cpf: str
    total: float
    read_at: dt.datetime = field(factory=lambda: dt.datetime.now(dt.timezone.utc))


class FgtsUnavailable(Exception):
    def __init__(self, code: int, body: dict[str, Any]) -> None:
        super().__init__(f"FGTS query failed: {code}")
        self.code = code
        self.body = body


@define
class FgtsClient:
    token: str
    base_url: str = "https://api.klavi.ai"

    def balance(self, cpf: str) -> FgtsBalance:
        body = self._get(f"/open-data/v1/fgts/{cpf}")
        accounts = (body.get("data") or {}).get("accounts", [])
        return FgtsBalance(cpf, sum(a["balance"] for a in accounts))

    def health(self) -> bool:
        return self._raw("/open-data/v1/health")["code"] == 200

    def _raw(self, path: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        response = http.request("GET", self.base_url + path, headers=headers)
        return response.json()

    def _get(self, path: str) -> dict[str, Any]:
        body = self._raw(path)
        code = body.get("statusCode", 200)
        if code != 200:
            raise FgtsUnavailable(code, body)
        return body
