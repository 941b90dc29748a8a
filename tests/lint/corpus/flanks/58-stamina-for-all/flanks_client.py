from __future__ import annotations

from typing import Any

import stamina

from http_base import ApiClient, ApiFailure


class FlanksFailure(ApiFailure):
    @property
    def code(self) -> int | None:
        return self.body.get("error_code")


class FlanksClient(ApiClient):
    host = "https://api.flanks.io"
    error = FlanksFailure

    def ok(self, status: int, body: dict[str, Any]) -> bool:
        return super().ok(status, body) and "error_code" not in body

    def connect(self, bank: str, username: str, password: str) -> str:
        for attempt in stamina.retry_context(on=ApiFailure, attempts=3, wait_initial=30, wait_max=90):
            with attempt:
                body = self.post("/v0/bank/credentials", {"bank": bank, "username": username, "password": password})
        return body["credentials_token"]

    def forget(self, credentials_token: str) -> None:
        self.post("/v0/bank/credentials/delete", {"credentials_token": credentials_token})
