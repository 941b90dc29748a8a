from __future__ import annotations

from typing import Any

import requests

from throttle import Throttled, patiently


class SynapseError(Exception):
    def __init__(self, response: requests.Response) -> None:
        body = response.json()
        super().__init__(f"{body.get('http_code')}, {body.get('error_code')}")
        self.response = response
        self.body = body


class Users:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = gateway

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(self.base_url + path, params=params, timeout=60)
        body = response.json()
        code = body.get("error_code", "0")
        if code == "429":
            raise Throttled(body)
        if code != "0":
            raise SynapseError(response)
        return body

    def all(self) -> list[dict[str, Any]]:
        """All users, page by page."""
        users: list[dict[str, Any]] = []
        page, pages = 1, 1
        while page <= pages:
            body = patiently(self._get, "/users", page=page, per_page=50)
            users.extend(body.get("users", []))
            pages = body["page_count"]
            page += 1
        return users
