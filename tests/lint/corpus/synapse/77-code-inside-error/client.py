"""Sandbox and production client for SynapseFI."""
from __future__ import annotations

import logging
from typing import Any

import requests

logger = logging.getLogger("synapse")

HOSTS = {
    "sandbox": "https://uat-api.synapsefi.com/v3.1",
    "production": "https://api.synapsefi.com/v3.1",
}


class SynapseAPIError(Exception):
    def __init__(self, code: str, body: dict[str, Any]) -> None:
        super().__init__(f"SynapseFI error {code}")
        self.code = code
        self.body = body


class Client:
    def __init__(self, environment: str = "sandbox", **headers: str) -> None:
        self.base_url = HOSTS.get(environment, environment)
        self.session = requests.Session()
        self.session.headers.update(headers)

    @staticmethod
    def _error_code(body: dict[str, Any]) -> str | None:
        return body.get("error", {}).get("code")

    def _call(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        response = self.session.request(method, f"{self.base_url}{path}", timeout=100, **kwargs)
        body = response.json()
        code = self._error_code(body)
        if code:
            logger.error("%s %s: %s", method, path, code)
            raise SynapseAPIError(code, body)
        return body

    def add_login(self, user_id: str, email: str) -> list[str]:
        update = {"update": {"login": {"email": email}}}
        body = self._call("PATCH", f"/users/{user_id}", json=update)
        return [login["email"] for login in body.get("logins", [])]

    def remove_login(self, user_id: str, email: str) -> None:
        self._call("PATCH", f"/users/{user_id}", json={"update": {"remove_login": {"email": email}}})
