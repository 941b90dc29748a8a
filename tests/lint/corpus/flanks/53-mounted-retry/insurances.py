from __future__ import annotations

from typing import Any

from http_session import make_session


class FlanksHTTPError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status, self.body = status, body

    code = property(lambda self: self.body.get("error_code"))


class Insurances:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.session = make_session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.base_url = base_url

    def __call__(self, credentials_token: str) -> list[dict[str, Any]]:
        url = f"{self.base_url}/v0/bank/insurance"
        response = self.session.post(url, json={"credentials_token": credentials_token})
        body = response.json()
        if response.status_code != 200 or body.get("error_code"):
            raise FlanksHTTPError(response.status_code, body)
        return body["insurances"]
