from __future__ import annotations

from typing import Any

import httpx
import stamina

from .exceptions import BankProblem, problem


class LinkClient:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {access_token}"},
            timeout=30,
        )

    def _call(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._http.post(path, json=payload)
        if response.is_success:
            return response.json()
        try:
            body = response.json()
        except ValueError:
            body = {}
        raise problem(response.status_code, body)

    def exchange(self, link_code: str) -> str:
        """Trades the code that Flanks Link gave the browser for a credentials token."""
        return self._call("/v0/links/code/exchange", {"code": link_code})["credentials_token"]

    @stamina.retry(on=BankProblem, attempts=4, wait_initial=60, wait_max=600, timeout=None)
    def connect(self, bank_id: str, username: str, password: str) -> str:
        body = self._call(
            "/v0/bank/credentials",
            {"bank_id": bank_id, "username": username, "password": password},
        )
        return body["credentials_token"]
