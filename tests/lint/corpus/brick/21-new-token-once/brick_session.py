from __future__ import annotations

from typing import Any

import requests

from auth import Tokens

TOKEN_CODES = ("TOKEN_NAO_AUTORIZADO", "invalid_token")


class BrickError(Exception):
    def __init__(self, response: requests.Response) -> None:
        self.response = response
        super().__init__(f"{response.status_code}: {response.text[:200]}")


def error_code(response: requests.Response) -> str | None:
    body = response.json()
    return body.get("code") or body.get("error")


class BrickSession:
    def __init__(self, base_url: str, tokens: Tokens) -> None:
        self.base_url = base_url
        self.tokens = tokens

    def _send(self, method: str, path: str, **kwargs: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self.tokens.get()}"}
        return requests.request(method, self.base_url + path, headers=headers, timeout=30, **kwargs)

    def call(self, method: str, path: str, **kwargs: Any) -> Any:
        response = self._send(method, path, **kwargs)
        if response.status_code == 401 and error_code(response) in TOKEN_CODES:
            self.tokens.invalidate()
            response = self._send(method, path, **kwargs)
        if response.status_code not in (200, 201):
            raise BrickError(response)
        return response.json()["data"]

    def consent(self, consent_id: str) -> dict[str, Any]:
        return self.call("GET", f"/data/consents/{consent_id}")
