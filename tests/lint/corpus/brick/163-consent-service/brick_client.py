from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any, Iterator

import requests

from brick_errors import BrickError, ServerTrouble

log = logging.getLogger(__name__)

BRICK_URL = "https://api.brickbank.example"


@dataclass(frozen=True)
class Consent:
    consent_id: str
    status: str
    redirect_url: str | None
    processing: bool = False

    @classmethod
    def from_body(cls, body: dict[str, Any], *, processing: bool) -> Consent:
        data = body.get("data") or {}
        return cls(data.get("consentId", ""), data.get("status", ""), data.get("redirectUrl"), processing)


def schedule(first: float = 3.0, retries: int = 5) -> Iterator[float]:
    """3, 6, 12, 24 and 48 seconds."""
    return (first * 2**n for n in range(retries))


class BrickClient:
    def __init__(self, token: str, base_url: str = BRICK_URL, session: requests.Session | None = None) -> None:
        self.base_url = base_url
        self.session = session or requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def create_consent(self, payload: dict[str, Any], idempotency_key: str) -> Consent:
        headers = {"x-idempotency-key": idempotency_key}
        for delay in schedule():
            try:
                return self._create(payload, headers)
            except ServerTrouble as exc:
                log.warning("consent not created, next attempt in %.0f s: %s", delay, exc)
                time.sleep(delay)
        return self._create(payload, headers)

    def _create(self, payload: dict[str, Any], headers: dict[str, str]) -> Consent:
        response = self.session.post(f"{self.base_url}/consents", json={"data": payload}, headers=headers, timeout=30)
        try:
            body = response.json()
        except ValueError:
            body = None
        if response.status_code in (200, 201, 202) and isinstance(body, dict):
            return Consent.from_body(body, processing=response.status_code == 202)
        raise BrickError.from_response(response.status_code, body, response.headers.get("x-fapi-interaction-id"))
