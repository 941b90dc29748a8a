from __future__ import annotations

from typing import Any

import requests

from status import Budget, wait_until_created


class Refused(Exception):
    def __init__(self, response: requests.Response, code: int | None) -> None:
        super().__init__(f"{response.status_code}/{code}")
        self.response = response
        self.code = code


class AuthMixin:
    session: requests.Session

    def login(self, token: str) -> None:
        self.session.headers["Authorization"] = f"Bearer {token}"


class CallMixin:
    session: requests.Session
    base_url: str

    def call(self, path: str, **fields: Any) -> dict[str, Any]:
        response = self.session.post(self.base_url + path, json=fields, timeout=30)
        body = response.json()
        code = body.get("error_code")
        if response.status_code != 200 or code is not None:
            raise Refused(response, code)
        return body


class Reader(AuthMixin, CallMixin):
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.session = requests.Session()
        self.base_url = base_url
        self.login(token)

    def accounts(self, credentials_token: str, budget: Budget = Budget()) -> list[dict[str, Any]]:
        wait_until_created(self.call, credentials_token, budget)
        return self.call("/v0/bank/account", credentials_token=credentials_token)["accounts"]
