from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

BASE = "https://uat-api.synapsefi.com/v3.1"

Opener = Callable[..., Any]


class ApiError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.http_code = body.get("http_code")
        self.error_code = body.get("error_code")
        self.body = body
        super().__init__(f"{self.http_code}/{self.error_code}")

    @property
    def relink(self) -> bool:
        return (self.http_code, self.error_code) == ("401", "110")


class Api:
    def __init__(self, headers: dict[str, str], base: str = BASE, opener: Opener | None = None) -> None:
        self.headers = headers
        self.base = base
        self.opener = opener or urllib.request.urlopen

    def patch(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        request = urllib.request.Request(
            self.base + path, json.dumps(payload).encode(), self.headers, method="PATCH"
        )
        try:
            with self.opener(request, timeout=100) as response:
                body = json.load(response)
        except urllib.error.HTTPError as exc:
            body = json.load(exc)
        if body.get("error_code", "") != "0":
            raise ApiError(body)
        return body
