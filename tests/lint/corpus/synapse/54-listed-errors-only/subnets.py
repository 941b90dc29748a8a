"""Account and routing numbers (subnets)."""
from __future__ import annotations

from typing import Any, NamedTuple

import requests

import synapse_errors


class Subnet(NamedTuple):
    id: str
    account: str
    routing: str


class Subnets:
    def __init__(self, base_url: str = "https://api.synapsefi.com/v3.1", **headers: str) -> None:
        self.base_url = base_url
        self.headers = headers

    def _handle(self, body: dict[str, Any]) -> dict[str, Any]:
        error = synapse_errors.BY_CODE.get(body.get("error_code", "0"))
        if error is not None:
            raise error(body["error_code"], body.get("http_code", ""), str(body.get("error")))
        if body.get("error_code") == "10":
            raise synapse_errors.SynapseError("10", body.get("http_code", "202"), "action pending")
        return body

    def issue(self, user: str, node: str, nickname: str) -> Subnet:
        response = requests.post(
            f"{self.base_url}/users/{user}/nodes/{node}/subnets",
            json={"nickname": nickname},
            headers=self.headers,
            timeout=100,
        )
        body = self._handle(response.json())
        return Subnet(body.get("_id", ""), body.get("account_num", ""), body.get("routing_num", {}).get("ach", ""))
