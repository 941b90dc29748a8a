"""httpx transport with the call signature of the SDK's http_client."""
from __future__ import annotations

from typing import Any

import httpx

from compat import ActionPending, fault_from

UAT = "https://uat-api.synapsefi.com/v3.1"
PRODUCTION = "https://api.synapsefi.com/v3.1"


class HttpClient:
    def __init__(self, client_id: str, client_secret: str, fingerprint: str, base_url: str = PRODUCTION) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={
                "X-SP-GATEWAY": f"{client_id}|{client_secret}",
                "X-SP-USER": f"|{fingerprint}",
                "Content-Type": "application/json",
            },
            timeout=100,
        )

    def patch(self, path: str, payload: dict[str, Any], **params: str) -> dict[str, Any]:
        return self._judge(self._http.patch(path, json=payload, params=params))

    def get(self, path: str, **params: str) -> dict[str, Any]:
        return self._judge(self._http.get(path, params=params))

    @staticmethod
    def _judge(response: httpx.Response) -> dict[str, Any]:
        body = response.json()
        if response.status_code == 202:
            raise ActionPending(202, body)
        if response.is_error or not body.get("success", True):
            raise fault_from(response.status_code, body)
        return body
