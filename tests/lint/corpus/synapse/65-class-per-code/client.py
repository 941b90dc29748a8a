from __future__ import annotations

from typing import Any

import httpx

from errors import SynapseError, error_from


class Client:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def request(self, method: str, path: str, json: Any = None) -> dict[str, Any]:
        response = self.http.request(method, path, json=json)
        body: dict[str, Any] = response.json()
        if response.status_code == 200 and body.get("error_code", "0") == "0":
            return body
        raise error_from(body, response.status_code)

    def create_user(self, email: str, name: str) -> str:
        return self.request("POST", "/users", {"logins": [{"email": email}], "legal_names": [name]})["_id"]

    def exists(self, user_id: str) -> bool:
        try:
            self.request("GET", f"/users/{user_id}")
        except SynapseError as exc:
            if exc.error_code == "404":
                return False
            raise
        return True
