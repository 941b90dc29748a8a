"""Our customers at SynapseFI: looked up by id, created if they aren't there."""
from __future__ import annotations

import json
from typing import Any

import urllib3


class PeopleError(Exception):
    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        super().__init__(f"{http_code}/{error_code}")
        self.http_code = http_code
        self.error_code = error_code
        self.body = body

    def is_(self, error_code: str) -> bool:
        return self.error_code == error_code


class People:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.pool = urllib3.PoolManager(
            headers={"X-SP-GATEWAY": gateway, "Content-Type": "application/json"}, retries=False, timeout=100
        )

    def _request(self, method: str, path: str, payload: dict[str, Any] | None = None) -> dict[str, Any]:
        data = json.dumps(payload).encode() if payload else None
        body = json.loads(self.pool.request(method, self.base_url + path, body=data).data)
        error_code = body.get("error_code", "")
        if error_code != "0":
            raise PeopleError(body.get("http_code", ""), error_code, body)
        return body

    def get(self, user_id: str) -> dict[str, Any]:
        return self._request("GET", f"/users/{user_id}")

    def create(self, email: str, name: str) -> dict[str, Any]:
        return self._request("POST", "/users", {"logins": [{"email": email}], "legal_names": [name]})

    def get_or_create(self, user_id: str | None, email: str, name: str) -> dict[str, Any]:
        if user_id:
            try:
                return self.get(user_id)
            except PeopleError as exc:
                if not exc.is_("404"):
                    raise
        return self.create(email, name)
