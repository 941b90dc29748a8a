from __future__ import annotations

from typing import Any

import httpx

from errors import KeyAlreadyUsed, StillPending, SynapseError, Unavailable


class Api:
    def __init__(self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._client = httpx.Client(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user_key},
            timeout=httpx.Timeout(10, read=60),
        )

    def send(
        self,
        method: str,
        path: str,
        payload: dict[str, Any] | None = None,
        params: dict[str, str] | None = None,
        key: str | None = None,
    ) -> dict[str, Any]:
        headers = {"X-SP-IDEMPOTENCY-KEY": key} if key else {}
        response = self._client.request(method, path, json=payload, params=params, headers=headers)
        body: dict[str, Any] = response.json()
        http_code = str(body.get("http_code", response.status_code))
        error_code = str(body.get("error_code", ""))
        if http_code == "200" and error_code == "0":
            return body
        if http_code == "202" or error_code == "10":
            raise StillPending(http_code, error_code, body)
        if http_code == "450":
            raise KeyAlreadyUsed(http_code, error_code, body)
        if (http_code, error_code) == ("503", "503"):
            raise Unavailable(http_code, error_code, body)
        raise SynapseError(http_code, error_code, body)
