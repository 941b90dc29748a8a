from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from translate import translates


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


class FlanksAdapter:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def _post(self, path: str, **payload: Any) -> dict[str, Any]:
        request = urllib.request.Request(self._base_url + path, json.dumps(payload).encode(), self._headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                status, body = response.status, json.load(response)
        except urllib.error.HTTPError as exc:
            raise FlanksError(exc.code, json.load(exc)) from exc
        if status == 200 and "error_code" not in body:
            return body
        raise FlanksError(status, body)

    @translates("flanks", FlanksError, urllib.error.URLError)
    def balances(self, credentials_token: str) -> dict[str, float]:
        accounts = self._post("/v0/bank/account", credentials_token=credentials_token)["accounts"]
        return {account["iban"]: account["balance"] for account in accounts}
