"""Link-code exchange and holdings for the advisory back end."""
from __future__ import annotations

import os
from typing import Any, Mapping

import httpx
from tenacity import retry, retry_if_result, stop_after_attempt, wait_fixed

PROCESSING = 20002
BANK_ERROR = 50001
CREDENTIALS_ERROR = 50002

TRANSIENT = {PROCESSING, BANK_ERROR, CREDENTIALS_ERROR}


class FlanksError(Exception):
    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        self.status = status
        self.error_code = body.get("error_code")
        self.error = body.get("error", "")
        super().__init__(f"HTTP {status}, code {self.error_code}: {self.error}")


def _not_yet(result: tuple[int, dict[str, Any]]) -> bool:
    _, body = result
    return body.get("error_code") in TRANSIENT


class Flanks:
    def __init__(self, token: str, base_url: str | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url or os.getenv("FLANKS_URL", "https://api.flanks.io"),
            headers={"Authorization": f"Bearer {token}"},
            timeout=45,
        )

    @retry(
        retry=retry_if_result(_not_yet),
        wait=wait_fixed(90),
        stop=stop_after_attempt(5),
        retry_error_callback=lambda state: state.outcome.result(),
    )
    def _ask(self, path: str, payload: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        response = self._http.post(path, json=dict(payload))
        body = response.json()
        return response.status_code, body if isinstance(body, dict) else {"items": body}

    def _checked(self, path: str, payload: Mapping[str, Any]) -> dict[str, Any]:
        status, body = self._ask(path, payload)
        if status >= 300:
            raise FlanksError(status, body)
        return body

    def exchange(self, link_code: str) -> str:
        body = self._checked("/v0/link/exchange", {"code": link_code})
        return body["credentials_token"]

    def holdings(self, credentials_token: str) -> list[dict[str, Any]]:
        return self._checked("/v0/portfolio/holdings", {"credentials_token": credentials_token})["items"]
