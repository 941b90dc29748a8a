from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

from .errors import GENERAL, SynapseError


def check(response: requests.Response, **_: Any) -> None:
    """Response hook: nothing but an answer that worked (or was accepted) gets past it."""
    try:
        body = response.json()
    except ValueError:
        body = {}
    if response.ok and body.get("success", True):
        return
    http_code = str(body.get("http_code") or response.status_code)
    code = body.get("error_code")
    text = (body.get("error") or {}).get("en") or response.reason or ""
    raise GENERAL.get(code, SynapseError)(http_code, code, text, body)


class NotFinal(Exception):
    """Accepted by Synapse, but something has to happen before there is a result."""

    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(f"accepted, not final: {body.get('error_code')}")
        self.body = body


class Synapse:
    def __init__(self, gateway: str, oauth_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": oauth_key + "|static_pin"})
        self.session.hooks["response"] = [check]

    def request(self, method: str, path: str, **kw: Any) -> dict[str, Any]:
        response = self.session.request(method, self.base_url + path, timeout=40, **kw)
        body = response.json()
        if response.status_code == 202 or body.get("error_code") == "10":
            raise NotFinal(body)
        return body

    def paged(self, path: str, key: str) -> Iterator[dict[str, Any]]:
        page, pages = 0, 1
        while page < pages:
            page += 1
            body = self.request("GET", path, params={"page": page, "per_page": 20})
            pages = body.get("page_count", page)
            yield from body[key]
