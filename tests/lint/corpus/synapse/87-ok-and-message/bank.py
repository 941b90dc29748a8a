from __future__ import annotations

from typing import Any

import requests


class BankProblem(Exception):
    pass


class Bank:
    def __init__(self, base_url: str = "https://api.synapsefi.com/v3.1", **headers: str) -> None:
        self.base_url = base_url
        self.headers = headers

    def _send(self, method: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        r = requests.request(method, self.base_url + path, json=payload, headers=self.headers, timeout=100)
        body = r.json()
        if r.status_code == 200 and body.get("error_code", "0") == "0":
            return body
        raise BankProblem(body.get("error", {}).get("en", "Please try again"))

    def add_ach(self, user_id: str, account: str, routing: str) -> str:
        info = {"nickname": "Bank account", "account_num": account, "routing_num": routing, "class": "CHECKING"}
        return self._send("POST", f"/users/{user_id}/nodes", {"type": "ACH-US", "info": info})["nodes"][0]["_id"]

    def verify(self, user_id: str, node_id: str, micro: list[float]) -> None:
        self._send("PATCH", f"/users/{user_id}/nodes/{node_id}", {"micro": micro})
