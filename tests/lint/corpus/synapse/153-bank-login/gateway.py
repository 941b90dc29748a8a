"""HTTP side of the bank login flow."""
from __future__ import annotations

import logging
from typing import Any, Literal, NotRequired, TypedDict

import httpx

log = logging.getLogger("synapse.http")


class ErrorBody(TypedDict):
    error: dict[str, str]
    error_code: str
    http_code: str
    success: Literal[False]


class LoginBody(TypedDict):
    bank_id: str
    bank_pw: str
    bank_name: str
    mfa_answer: NotRequired[str]


def _trace(response: httpx.Response) -> None:
    log.debug("%s %s -> %s", response.request.method, response.request.url.path, response.status_code)


def build_client(base_url: str, gateway: str, fingerprint: str) -> httpx.Client:
    return httpx.Client(
        base_url=base_url,
        headers={"X-SP-GATEWAY": gateway, "X-SP-USER": f"|{fingerprint}"},
        event_hooks={"response": [_trace]},
        timeout=httpx.Timeout(60.0, connect=5.0),
    )


def post_login(client: httpx.Client, user_id: str, info: LoginBody) -> tuple[int, dict[str, Any]]:
    response = client.post(f"/v3.1/users/{user_id}/nodes", json={"type": "ACH-US", "info": dict(info)})
    return response.status_code, response.json()
