from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from config import SynapseConfig

log = logging.getLogger(__name__)


class SynapseFailure(Exception):
    def __init__(self, http_status: int, error_code: int, body: dict[str, Any]) -> None:
        super().__init__(f"{http_status}/{error_code}")
        self.http_status = http_status
        self.error_code = error_code
        self.body = body


def numeric_code(body: dict[str, Any]) -> int:
    """SynapseFI sends numbers as strings."""
    try:
        return int(body.get("error_code", "0"))
    except (TypeError, ValueError):
        return -1


class SynapseClient:
    def __init__(self, config: SynapseConfig) -> None:
        self.config = config
        self.http = httpx.Client(
            base_url=config.base_url,
            headers={"X-SP-GATEWAY": config.gateway, "X-SP-USER": config.user_key},
            timeout=100,
        )

    def _once(self, path: str) -> dict[str, Any]:
        response = self.http.get(path)
        body = response.json()
        code = numeric_code(body)
        if code == 0 and response.status_code == 200:
            return body
        raise SynapseFailure(response.status_code, code, body)

    def get(self, path: str) -> dict[str, Any]:
        for pause in self.config.throttle_pauses:
            try:
                return self._once(path)
            except SynapseFailure as failure:
                if failure.error_code not in self.config.throttle_codes:
                    raise
                log.info("throttled, next try in %.0f s", pause)
                time.sleep(pause)
        return self._once(path)

    def statement_ids(self, user_id: str) -> list[str]:
        return [s["_id"] for s in self.get(f"/users/{user_id}/statements").get("statements", [])]
