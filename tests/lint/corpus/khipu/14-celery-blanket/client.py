from __future__ import annotations

from typing import Any

import httpx


class KhipuError(Exception):
    code: str | None = None
    type: str | None = None

    @classmethod
    def from_error(cls, error: dict[str, Any]) -> "KhipuError":
        exc = cls(error["Description"])
        exc.code = error["Code"]
        exc.type = error["Type"]
        return exc


def read(token: str, service: str, payload: dict[str, Any]) -> dict[str, Any]:
    with httpx.Client(base_url="https://api.khipu.com/v1/cl", timeout=100) as http:
        http.headers["Authorization"] = f"Bearer {token}"
        response = http.post(f"/services/{service}", json=payload)
    body = response.json()
    if body["Status"] == "ERROR":
        raise KhipuError.from_error(body["Error"])
    return body["Data"]
