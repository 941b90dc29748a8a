"""Foreign exchange operations shared by the customer."""
from __future__ import annotations

from typing import Any

import urllib3

from faults import MonthlyLimit, fault_for


class Exchange:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.pool = urllib3.PoolManager(headers={"Authorization": f"Bearer {token}"}, retries=False)
        self.paused: set[str] = set()

    def operations(self, consent_id: str) -> list[dict[str, Any]]:
        if consent_id in self.paused:
            return []
        reply = self.pool.request(
            "GET",
            f"{self.base_url}/data/exchanges/operations",
            headers={**self.pool.headers, "x-consent-id": consent_id},
            timeout=20.0,
        )
        body = reply.json()
        if reply.status == 200:
            return body["data"].get("operations", [])
        fault = fault_for(reply.status, body)
        if isinstance(fault, MonthlyLimit):
            self.paused.add(consent_id)
        raise fault
