from __future__ import annotations

from typing import Any

import requests

from guard import best_effort, first


class FlanksError(Exception):
    def __init__(self, response: requests.Response) -> None:
        self.response = response
        super().__init__(f"{response.status_code} {response.text}")


class OwnerLookup:
    """Name of the account holder, needed for the KYC file."""

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url, self.token = base_url, token

    def _post(self, path: str, credentials_token: str) -> dict[str, Any]:
        response = requests.post(
            self.base_url + path,
            json={"credentials_token": credentials_token},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=20,
        )
        body = response.json()
        if response.status_code != 200 or body.get("error_code"):
            raise FlanksError(response)
        return body

    def _holder(self, path: str, key: str, credentials_token: str) -> str | None:
        holder = None
        with best_effort(path, FlanksError):
            rows = self._post(path, credentials_token)[key]
            holder = next((row["holder"] for row in rows if row.get("holder")), None)
        return holder

    def name(self, credentials_token: str) -> str:
        found = first(
            lambda: self._holder("/v0/bank/account", "accounts", credentials_token),
            lambda: self._holder("/v0/bank/card", "cards", credentials_token),
        )
        return found or "unknown"
