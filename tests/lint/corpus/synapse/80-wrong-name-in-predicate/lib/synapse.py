from __future__ import annotations

import json
from typing import Any

import urllib3


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, error: Any) -> None:
        super().__init__(f"{http_code}/{error_code}: {error}")
        self.http_code = http_code
        self.error_code = error_code
        self.error = error


class Synapse:
    def __init__(self, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.http = urllib3.PoolManager(headers=headers, retries=False)

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.http.request("POST", self.base_url + path, body=json.dumps(payload).encode(), timeout=100)
        body = json.loads(response.data)
        if body.get("error_code", "0") == "0":
            return body
        raise SynapseError(body.get("http_code", ""), body["error_code"], body.get("error"))
