from __future__ import annotations

from typing import Any

import requests

from errors import FlanksFailure, UnderReview
from resilience import resilient


class Flanks:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {access_token}"}

    def _request(self, path: str, payload: dict[str, Any]) -> Any:
        response = requests.post(self.base_url + path, json=payload, headers=self.headers, timeout=30)
        if response.status_code < 400:
            return response.json()
        try:
            body = response.json()
        except ValueError:
            raise FlanksFailure(response.status_code, response.text[:120]) from None
        message = body.get("error", "")
        if "security checks" in message:
            raise UnderReview(response.status_code, message, body.get("error_code"))
        raise FlanksFailure(response.status_code, message, body.get("error_code"))

    @resilient()
    def create_credentials(self, bank: str, username: str, password: str) -> str:
        answer = self._request("/v0/credentials", {"bank": bank, "username": username, "password": password})
        return answer["credentials_token"]

    @resilient(tries=2, pause=5.0)
    def redeem(self, link_code: str) -> str:
        """Credentials token for the code that Flanks Link hands to our redirect page."""
        return self._request("/v0/link/token", {"code": link_code})["credentials_token"]

    @resilient(tries=10, pause=30.0)
    def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        return self._request("/v0/bank/accounts", {"credentials_token": credentials_token})
