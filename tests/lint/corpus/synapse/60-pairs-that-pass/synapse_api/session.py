from __future__ import annotations

from typing import Any

import requests
from tenacity import retry, retry_if_exception, stop_after_attempt, stop_after_delay, wait_exponential

from .errors import SynapseError, passes


class SynapseSession:
    """Authenticated access; throttling and maintenance are waited for, everything else is raised."""

    def __init__(self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})

    @retry(
        retry=retry_if_exception(passes),
        wait=wait_exponential(multiplier=10, min=10, max=300),
        stop=stop_after_attempt(6) | stop_after_delay(1800),
        reraise=True,
    )
    def call(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        body = self._session.request(method, self._base_url + path, timeout=100, **kwargs).json()
        if body.get("error_code", "") == "0":
            return body
        raise SynapseError(body)

    def node(self, user_id: str, node_id: str) -> dict[str, Any]:
        return self.call("GET", f"/users/{user_id}/nodes/{node_id}")

    def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        return self.call("PATCH", f"/users/{user_id}/nodes/{node_id}", params={"resync": "BALANCE"})
