"""Connects a customer's bank through Klavi and says what came of it."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from typing import Any

import requests

from policies import POLICIES, UNKNOWN, Policy

log = logging.getLogger("klavi.connector")


class ConnectionRefused(Exception):
    """Carries Klavi's code and the key of the text that the customer sees."""

    def __init__(self, code: int | None, message: str, policy: Policy) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message
        self.policy = policy.name
        self.text = policy.text


@dataclass
class Connected:
    data: dict[str, Any]
    incomplete: bool = False
    code: int = 200
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Institution:
    slug: str
    product: str = "checking"


def _code(body: Any) -> int | None:
    raw = body.get("code") if isinstance(body, dict) else None
    if isinstance(raw, str) and raw.isdigit():
        return int(raw)
    return raw if isinstance(raw, int) else None


class Connector:
    def __init__(self, base_url: str = "https://api.klavi.ai", token: str = "") -> None:
        self._url = f"{base_url}/open-data/v1/connections"
        self._session = requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def connect(self, cpf: str, institution: Institution, credentials: dict[str, str]) -> Connected:
        payload = {"cpf": cpf, "institution": institution.slug, "product": institution.product, **credentials}
        spent = 0
        while True:
            code, body = self._send(payload)
            policy = POLICIES.get(code, UNKNOWN) if code is not None else UNKNOWN
            message = str(body.get("message", "")) if isinstance(body, dict) else ""
            if policy.name == "complete":
                return Connected(body.get("data") or {})
            if policy.name == "partial":
                return Connected(body.get("data") or {}, incomplete=True, code=code or 0, notes=[f"{code}: {message}"])
            if spent >= policy.resends:
                raise ConnectionRefused(code, message, policy)
            spent += 1
            log.info("%s asks for time (%s), connecting again in %.0f s", institution.slug, code, policy.wait)
            time.sleep(policy.wait)

    def _send(self, payload: dict[str, Any]) -> tuple[int | None, Any]:
        response = self._session.post(self._url, json=payload, timeout=60)
        try:
            body = response.json()
        except ValueError:
            body = {"message": f"HTTP {response.status_code} without JSON"}
        return _code(body), body
