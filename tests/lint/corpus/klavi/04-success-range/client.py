"""Client for income reports. Uses the partner API of Klavi."""
from __future__ import annotations

from typing import Any, Protocol

import requests


class Tracer(Protocol):
    def event(self, name: str, **attrs: Any) -> None: ...


class NullTracer:
    def event(self, name: str, **attrs: Any) -> None:
        return None


class IncomeError(Exception):
    """Klavi could not build the income report; `code` is Klavi's."""

    def __init__(self, code: int, message: str = "") -> None:
        self.code = code
        self.message = message
        super().__init__(f"{message} ({code})")


def succeeded(code: int) -> bool:
    return 200 <= code <= 299


class IncomeClient:
    base_url = "https://api.klavi.ai"
    timeout = (4, 60)

    def __init__(self, token: str, base_url: str | None = None, tracer: Tracer | None = None) -> None:
        self.base_url = base_url or self.base_url
        self.tracer = tracer or NullTracer()
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def _json(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(self.base_url + path, params=params, timeout=self.timeout)
        return response.json()

    def transactions(self, cpf: str) -> list[dict[str, Any]]:
        body = self._json("/open-data/v1/transactions", cpf=cpf)
        code = body["code"]
        if not succeeded(code):
            self.tracer.event("klavi.failed", code=code)
            raise IncomeError(code, body.get("message", ""))
        return body["data"]["transactions"]

    def monthly_income(self, cpf: str) -> float:
        credits = [t["amount"] for t in self.transactions(cpf) if t["amount"] > 0]
        return round(sum(credits) / 12, 2)
