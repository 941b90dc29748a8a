from __future__ import annotations

from typing import Any

import httpx

from errors import SynapseError, kind_of


class SynapseHttp:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._client = httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": gateway}, timeout=45.0)

    def post(self, path: str, payload: dict[str, Any], *, user_key: str) -> dict[str, Any]:
        response = self._client.post(path, json=payload, headers={"X-SP-USER": user_key})
        return self._parse(response)

    @staticmethod
    def _parse(response: httpx.Response) -> dict[str, Any]:
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(response.status_code, {"error": response.text[:200]}) from None
        if kind := kind_of(body):
            raise kind(response.status_code, body)
        if response.is_error:
            raise SynapseError(response.status_code, body)
        return body
