from __future__ import annotations

import json
from typing import Any

import urllib3

from .errors import from_body


class Http:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str, **params: str) -> Any:
        response = urllib3.request(
            "GET", self.base_url + path, fields=params, headers=self.headers, timeout=30, retries=False
        )
        body = json.loads(response.data)
        if body["code"] != 200:
            raise from_body(body)
        return body["data"]
