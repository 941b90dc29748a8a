from __future__ import annotations

from typing import Any

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from .faults import TemporaryFault, fault_from


class HttpSynapseApi:
    def __init__(self, base_url: str, gateway: str, fingerprint: str) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": f"|{fingerprint}"},
            timeout=60,
        )

    @retry(
        retry=retry_if_exception_type(TemporaryFault),
        stop=stop_after_attempt(3),
        wait=wait_fixed(60),
        reraise=True,
    )
    def create_node(self, user_id: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._http.post(f"/users/{user_id}/nodes", json=payload)
        body = response.json()
        if response.status_code in (httpx.codes.OK, httpx.codes.ACCEPTED):
            return body
        raise fault_from(response.status_code, body)
