from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


@dataclass
class SynapseError(Exception):
    http_code: int
    error_code: str
    text: str

    def __str__(self) -> str:
        return f"[{self.http_code}/{self.error_code}] {self.text}"


class Locked(SynapseError):
    pass


class NoAccounts(SynapseError):
    pass


class NodesApi:
    """POST /v3.1/users/<id>/nodes, bank logins only."""

    def __init__(self, user_id: str, oauth_key: str, base_url: str = "https://api.synapsefi.com") -> None:
        self.url = f"{base_url}/v3.1/users/{user_id}/nodes"
        self.session = requests.Session()
        self.session.headers.update({"X-SP-USER": f"{oauth_key}|print"})
        self.session.hooks["response"].append(self.inspect)

    @staticmethod
    def inspect(response: requests.Response, *args: Any, **kwargs: Any) -> None:
        if response.ok:
            return
        body = response.json()
        text = body["error"]["en"]
        if response.status_code == 402 and body["error_code"] == 500:
            raise Locked(402, "500", text)
        if response.status_code == 402 and body["error_code"] == 460:
            raise NoAccounts(402, "460", text)
        raise SynapseError(response.status_code, body["error_code"], text)

    def link(self, bank: str, username: str, password: str) -> list[str]:
        payload = {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": username, "bank_pw": password}}
        body = self.session.post(self.url, json=payload, timeout=60).json()
        return [node["_id"] for node in body.get("nodes", [])]
