from __future__ import annotations

from typing import Any

import requests

from tokens import TokenSource

TOKEN_PROBLEM = "A000"


class KhipuError(Exception):
    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(f"[{code}] {description}")
        self.code = code
        self.advice = advice


class BankData:
    def __init__(self, tokens: TokenSource, root: str = "https://api.khipu.com/v1/cl") -> None:
        self._tokens = tokens
        self._root = root

    def _send(self, path: str, payload: dict[str, Any], token: str) -> dict[str, Any]:
        response = requests.post(
            f"{self._root}/{path}", json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=90
        )
        return response.json()

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        body = self._send(path, payload, self._tokens.current())
        if body["Status"] == "ERROR" and body["Error"]["Code"] == TOKEN_PROBLEM:
            # expired or revoked: one more time with a new token
            body = self._send(path, payload, self._tokens.renew())
        if body["Status"] == "ERROR":
            error = body["Error"]
            raise KhipuError(error["Code"], error["Type"], error["Description"])
        return body["Data"]

    def accounts(self, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
        return self.post(f"banks/{bank}/accounts", {"Username": rut, "Password": password})["Accounts"]
