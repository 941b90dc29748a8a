from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from advice import KhipuError
from resilience import Executor, Outcome


@dataclass(frozen=True)
class Credentials:
    username: str
    password: str


class KhipuGateway:
    def __init__(self, session: requests.Session, executor: Executor, base_url: str = "https://api.khipu.com") -> None:
        self._session = session
        self._executor = executor
        self._base_url = base_url

    def accounts(self, bank: str, credentials: Credentials) -> Outcome[dict[str, Any]]:
        payload = {"Username": credentials.username, "Password": credentials.password}
        return self._executor.run(lambda: self._post(f"/v1/cl/banks/{bank}/accounts", payload))

    def _post(self, path: str, payload: dict[str, Any]) -> Outcome[dict[str, Any]]:
        body = self._session.post(self._base_url + path, json=payload, timeout=180).json()
        if body.get("Status") != "OK":
            return Outcome(error=KhipuError.from_wire(body.get("Error")))
        return Outcome(value=body.get("Data") or {})
