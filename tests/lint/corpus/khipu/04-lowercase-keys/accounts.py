"""Accounts of a customer, read with the customer's credentials through Khipu."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from errors import BankApiError, ErrorInfo

API = "https://api.khipu.com/v1/cl/banking/personal"


def parse_error(body: dict[str, Any]) -> ErrorInfo | None:
    error = body.get("error") or {}
    if not error.get("code"):
        return None
    return ErrorInfo(error["code"], error.get("type", ""), error.get("description", ""))


class AccountsClient:
    def __init__(self, token: str, api: str = API) -> None:
        self.api = api
        self.token = token

    def _post(self, bank: str, resource: str, payload: dict[str, str]) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.api}/{bank}/{resource}",
            data=json.dumps(payload).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=100) as response:
                return json.load(response)
        except urllib.error.HTTPError as exc:
            return json.load(exc)

    def accounts(self, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
        body = self._post(bank, "accounts", {"Username": rut, "Password": password})
        info = parse_error(body)
        if info is not None:
            raise BankApiError(info)
        return (body.get("Data") or {}).get("Accounts", [])
