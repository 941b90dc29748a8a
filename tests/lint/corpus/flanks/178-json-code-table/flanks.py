from __future__ import annotations

from typing import Any

import requests

from codes import CODES, CodeInfo


class FlanksProblem(Exception):
    def __init__(self, status: int, body: dict[str, Any], info: CodeInfo | None = None) -> None:
        super().__init__(f"{status} {body.get('error_code')}: {body.get('error') or body.get('message')}")
        self.status = status
        self.body = body
        self.state = info.state if info else "broken"


class LinkResource:
    def __init__(self, http: "FlanksHttp") -> None:
        self._http = http

    def exchange(self, code: str) -> str:
        """Gives the credentials_token for a Link code."""
        return self._http.post("/v0/platform/link", {"code": code})["credentials_token"]


class FlanksHttp:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.link = LinkResource(self)

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.session.post(self.base_url + path, json=payload, timeout=20)
        body = response.json()
        info = CODES.get(body.get("error_code"))
        if info is not None:
            raise FlanksProblem(response.status_code, body, info)
        if not response.ok:
            raise FlanksProblem(response.status_code, body)
        return body
