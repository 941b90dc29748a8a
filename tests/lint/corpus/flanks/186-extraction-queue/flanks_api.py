from __future__ import annotations

from typing import Any

import httpx


class ExtractionError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.error_code: int | None = body.get("error_code")
        self.body = body
        super().__init__(f"{status}/{self.error_code}: {body.get('error') or body.get('message')}")


class FlanksApi:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    @classmethod
    def connect(cls, access_token: str, base_url: str = "https://api.flanks.io") -> "FlanksApi":
        return cls(httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {access_token}"}, timeout=45))

    def extract(self, credentials_token: str, product: str) -> list[dict[str, Any]]:
        response = self._http.post(f"/v0/bank/{product}", json={"credentials_token": credentials_token})
        body = response.json()
        if response.status_code != 200 or "error_code" in body:
            raise ExtractionError(response.status_code, body)
        return body.get(f"{product}s") or []
