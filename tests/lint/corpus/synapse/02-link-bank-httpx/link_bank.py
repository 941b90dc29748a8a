from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import httpx

RETRYABLE = {"429", "500", "503"}
DELAYS = (60.0, 300.0)


class LinkError(Exception):
    def __init__(self, reply: "Reply") -> None:
        super().__init__(f"{reply.http_code}/{reply.error_code}: {reply.error.get('en', '')}")
        self.reply = reply


@dataclass
class Reply:
    error_code: Any
    http_code: Any
    success: bool
    error: dict[str, str] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    mfa: dict[str, str] | None = None

    @classmethod
    def from_json(cls, doc: dict[str, Any]) -> "Reply":
        return cls(**{name: doc[name] for name in cls.__dataclass_fields__ if name in doc})


@dataclass
class Linked:
    nodes: list[dict[str, Any]]


@dataclass
class Question:
    access_token: str
    text: str


class BankLinker:
    def __init__(self, user_id: str, gateway_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._client = httpx.Client(headers={"X-SP-GATEWAY": gateway_key}, timeout=60)
        self._nodes_url = f"{base_url}/users/{user_id}/nodes"

    def _send(self, payload: dict[str, Any]) -> Reply:
        return Reply.from_json(self._client.post(self._nodes_url, json=payload).json())

    def _submit(self, payload: dict[str, Any]) -> Reply:
        reply = self._send(payload)
        for delay in DELAYS:
            if reply.error_code not in RETRYABLE:
                break
            time.sleep(delay)
            reply = self._send(payload)
        return reply

    def link(self, bank: str, login: str, password: str) -> Linked | Question:
        reply = self._submit(
            {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": login, "bank_pw": password}}
        )
        if reply.error_code == 10:
            assert reply.mfa
            return Question(reply.mfa["access_token"], reply.mfa["message"])
        if not reply.success:
            raise LinkError(reply)
        return Linked(reply.nodes)
