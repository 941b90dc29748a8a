from __future__ import annotations

from typing import Any

import httpx

from exceptions import ERRORS


class SynapseClient:
    def __init__(self, gateway: str, user_key: str, base_url: str = "https://uat-api.synapsefi.com/v3.1") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user_key},
            transport=httpx.HTTPTransport(retries=2),
            timeout=45,
        )

    def __enter__(self) -> "SynapseClient":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._http.close()

    def _request(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        response = self._http.request(method, path, **kwargs)
        body = response.json()
        if response.is_error:
            raise ERRORS[body["error_code"]](response.status_code, body)
        return body

    def refresh(self, user_id: str, node_id: str) -> bool:
        """True when the balances are final, False when Synapse has only accepted the request."""
        body = self._request("PATCH", f"/users/{user_id}/nodes/{node_id}", params={"resync": "YES"})
        return str(body.get("error_code", "0")) == "0"
