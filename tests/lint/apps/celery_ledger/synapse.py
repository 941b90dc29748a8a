"""SynapseFI: nodes and their transactions."""

from __future__ import annotations

import urllib3

ROOT = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, http_code: str | None, error_code: str | None, body: dict) -> None:
        super().__init__(f"{http_code}/{error_code}")
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


class Synapse:
    def __init__(self, headers: dict[str, str]) -> None:
        self.pool = urllib3.PoolManager(headers=headers, retries=False)

    def get(self, path: str) -> dict:
        reply = self.pool.request("GET", ROOT + path)
        body = reply.json()
        if reply.status != 200 or str(body.get("error_code", "0")) != "0":
            raise SynapseError(body.get("http_code"), body.get("error_code"), body)
        return body
