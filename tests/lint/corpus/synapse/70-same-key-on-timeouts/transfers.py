from __future__ import annotations

import uuid
from typing import Any

import requests

from wire import when_disconnected


class TransferError(Exception):
    def __init__(self, key: str, response: requests.Response) -> None:
        super().__init__(f"transfer {key}: HTTP {response.status_code} {response.text}")
        self.key = key
        self.response = response


class KeyInUse(TransferError):
    """The first attempt did arrive: look the transfer up by its key."""


class Transfers:
    def __init__(self, base_url: str, **headers: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update(headers)

    @when_disconnected(times=4)
    def _post(self, path: str, payload: dict[str, Any], key: str) -> requests.Response:
        return self.session.post(
            self.base_url + path, json=payload, headers={"X-SP-IDEMPOTENCY-KEY": key}, timeout=100
        )

    def send(self, user_id: str, node_id: str, to_id: str, amount: float) -> str:
        key = uuid.uuid4().hex
        payload = {"to": {"type": "SYNAPSE-US", "id": to_id}, "amount": {"amount": amount, "currency": "USD"}}
        response = self._post(f"/users/{user_id}/nodes/{node_id}/trans", payload, key)
        body = response.json()
        if response.status_code == 200 and body.get("error_code", "0") == "0":
            return body["_id"]
        if body.get("error_code") == "450":
            raise KeyInUse(key, response)
        raise TransferError(key, response)
