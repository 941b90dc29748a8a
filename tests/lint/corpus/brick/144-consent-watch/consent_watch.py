"""Reads the consents that are about to expire, so that the product team can write to their owners."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from brick_errors import ServerTrouble, error_for
from http_session import resilient_session

log = logging.getLogger("consents.watch")


@dataclass(frozen=True)
class Consent:
    consent_id: str
    status: str
    expires_at: datetime

    @classmethod
    def parse(cls, data: dict[str, Any]) -> "Consent":
        expires = datetime.fromisoformat(data["expirationDateTime"].replace("Z", "+00:00"))
        return cls(data["consentId"], data["status"], expires)


class ConsentWatch:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = resilient_session(token)

    @retry(
        retry=retry_if_exception_type(ServerTrouble),
        wait=wait_exponential(multiplier=3, max=48),
        stop=stop_after_attempt(6),
        before_sleep=before_sleep_log(log, logging.WARNING),
        reraise=True,
    )
    def consent(self, consent_id: str) -> Consent:
        response = self.session.get(f"{self.base_url}/data/consents/{consent_id}", timeout=30)
        body = response.json() if response.content else {}
        if response.status_code != 200:
            raise error_for(response.status_code, body)
        return Consent.parse(body["data"])

    def expiring(self, consent_ids: list[str], before: datetime) -> list[Consent]:
        found = [self.consent(consent_id) for consent_id in consent_ids]
        return sorted((c for c in found if c.expires_at < before), key=lambda c: c.expires_at)
