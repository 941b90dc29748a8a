"""JSON over urllib; knows nothing about payouts."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: int
    body: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body.get("error_code", {200: "0", 202: "10"}.get(self.status, "")))


class Wire:
    def __init__(self, base_url: str, gateway: str) -> None:
        self.base_url = base_url
        self.gateway = gateway

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        request = urllib.request.Request(self.base_url + path, method=method)
        request.add_header("X-SP-GATEWAY", self.gateway)
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            reply = urllib.request.urlopen(request, timeout=40)
        except urllib.error.HTTPError as exc:
            reply = exc
        with reply:
            raw = reply.read()
        try:
            return Answer(reply.status, json.loads(raw))
        except ValueError:
            return Answer(reply.status, {"error": {"en": raw[:200].decode("latin-1")}})
