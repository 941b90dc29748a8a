"""Nightly refresh of connections; runs for hours on a machine of its own."""
from __future__ import annotations

from typing import Any

import requests
import tenacity

from waits import can_wait, wait_by_code


class SyncError(Exception):
    def __init__(self, connection: str, code: int, message: str) -> None:
        super().__init__(connection, code, message)
        self.connection = connection
        self.code = code
        self.message = message


class NightSync:
    host = "https://api.klavi.ai"

    def __init__(self, token: str, host: str | None = None) -> None:
        self.host = host or self.host
        self.auth = {"Authorization": f"Bearer {token}"}

    @tenacity.retry(
        retry=tenacity.retry_if_exception(can_wait),
        wait=wait_by_code(),
        stop=tenacity.stop_after_attempt(4),
        reraise=True,
    )
    def refresh(self, connection: str) -> dict[str, Any]:
        url = f"{self.host}/open-data/v1/connections/{connection}/refresh"
        body = requests.post(url, headers=self.auth, timeout=120).json()
        if body["code"] != 200:
            raise SyncError(connection, body["code"], body.get("message", ""))
        return body["data"]

    def refresh_all(self, connections: list[str]) -> tuple[int, list[SyncError]]:
        failures: list[SyncError] = []
        for connection in connections:
            try:
                self.refresh(connection)
            except SyncError as exc:
                failures.append(exc)
        return len(connections) - len(failures), failures
