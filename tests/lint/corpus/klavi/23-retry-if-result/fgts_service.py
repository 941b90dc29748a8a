"""FGTS anticipation: balance and registration."""
from __future__ import annotations

from typing import Any

import httpx

from polling import until_registered


class FgtsError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        super().__init__(f"fgts {body.get('code')}")

    def __getattr__(self, name: str) -> Any:
        """`code`, `message` and `data` of the reply."""
        try:
            return self.__dict__["body"][name]
        except KeyError:
            raise AttributeError(name) from None


class FgtsService:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    @until_registered
    def _register(self, cpf: str) -> dict[str, Any]:
        return self.http.post("/open-data/v1/fgts/registrations", json={"cpf": cpf}).json()

    def register(self, cpf: str) -> dict[str, Any]:
        body = self._register(cpf)
        if body["code"] == 200:
            return body["data"]
        raise FgtsError(body)


def service(token: str) -> FgtsService:
    headers = {"Authorization": f"Bearer {token}"}
    return FgtsService(httpx.Client(base_url="https://api.klavi.ai", headers=headers, timeout=90))
