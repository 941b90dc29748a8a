from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed, wait_random

from .exceptions import SynapseError, TemporarilyUnavailable


@dataclass(frozen=True)
class MfaChallenge:
    token: str
    question: str


@dataclass(frozen=True)
class Linked:
    nodes: list[dict[str, Any]]


class SynapseClient:
    def __init__(self, gateway_key: str, fingerprint: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers.update({"X-SP-GATEWAY": gateway_key, "X-SP-USER": f"|{fingerprint}"})

    def _request(self, method: str, path: str, json: dict | None = None) -> tuple[str, dict[str, Any]]:
        response = self.http.request(method, self.base_url + path, json=json, timeout=60)
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(str(response.status_code), "", response.text[:100]) from None
        http_code = str(body.get("http_code", response.status_code))
        error_code = str(body.get("error_code", ""))
        if response.ok and error_code in ("", "0", "10"):
            return "10" if response.status_code == 202 else error_code, body
        error = body.get("error")
        text = error.get("en", str(error)) if isinstance(error, dict) else str(error)
        raise SynapseError.of(http_code, error_code, text)

    def login(self, user_id: str, bank: str, username: str, password: str) -> Linked | MfaChallenge:
        return self._link(user_id, {"bank_id": username, "bank_pw": password, "bank_name": bank})

    def answer(self, user_id: str, token: str, answer: str) -> Linked | MfaChallenge:
        return self._link(user_id, {"access_token": token, "mfa_answer": answer})

    def _link(self, user_id: str, info: dict[str, str]) -> Linked | MfaChallenge:
        payload = info if "access_token" in info else {"type": "ACH-US", "info": info}
        code, body = self._request("POST", f"/users/{user_id}/nodes", json=payload)
        if code == "10":
            mfa = body.get("mfa") or {}
            return MfaChallenge(mfa.get("access_token", ""), mfa.get("message", ""))
        return Linked(body["nodes"])

    @retry(
        retry=retry_if_exception_type(TemporarilyUnavailable),
        wait=wait_fixed(900) + wait_random(0, 300),
        stop=stop_after_attempt(3),
        reraise=True,
    )
    def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        code, body = self._request("PATCH", f"/users/{user_id}/nodes/{node_id}?resync=YES")
        return {"pending": code == "10", "node": body}
