from __future__ import annotations

import json
from typing import Any

import urllib3

from oauth import KeyRing


class UserCallError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("http_code"), body.get("error_code"), body.get("error"))
        self.body = body

    @property
    def expired(self) -> bool:
        return self.body.get("http_code") == "401" and self.body.get("error_code") == "110"


class UserCalls:
    def __init__(self, keys: KeyRing, gateway: str, fingerprint: str, base_url: str) -> None:
        self.keys = keys
        self.gateway = gateway
        self.fingerprint = fingerprint
        self.base_url = base_url
        self.pool = urllib3.PoolManager(retries=False, timeout=100)

    def _get(self, path: str, key: str) -> dict[str, Any]:
        headers = {"X-SP-GATEWAY": self.gateway, "X-SP-USER": f"{key}|{self.fingerprint}"}
        body = json.loads(self.pool.request("GET", self.base_url + path, headers=headers).data)
        if body.get("error_code", "") != "0":
            raise UserCallError(body)
        return body

    def get(self, user_id: str, path: str) -> dict[str, Any]:
        try:
            return self._get(path, self.keys.get(user_id))
        except UserCallError as error:
            if not error.expired:
                raise
        return self._get(path, self.keys.renew(user_id))

    def nodes(self, user_id: str) -> list[str]:
        return [node["_id"] for node in self.get(user_id, f"/users/{user_id}/nodes")["nodes"]]
