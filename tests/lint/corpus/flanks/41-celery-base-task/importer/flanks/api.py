from __future__ import annotations

import requests

from .errors import FlanksError


class FlanksApi:
    BASE = "https://api.flanks.io"

    def __init__(self, token: str) -> None:
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _call(self, path: str, **fields):
        answer = self.http.post(self.BASE + path, json=fields, timeout=40)
        body = answer.json()
        if answer.status_code == 200 and "error_code" not in body:
            return body
        raise FlanksError(answer.status_code, body)

    def holdings(self, credentials_token: str) -> list[dict]:
        return self._call("/v0/bank/investment", credentials_token=credentials_token)["investments"]
