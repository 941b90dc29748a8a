"""Consents of our customers at other institutions."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

import httpx

from auth import BrickAuth, BrickError

PRODUCTION = "https://api.brickbank.example"


class Stage(Enum):
    WAITING = "AWAITING_AUTHORISATION"
    AUTHORISED = "AUTHORISED"
    REJECTED = "REJECTED"
    CONSUMED = "CONSUMED"
    UNKNOWN = ""

    @classmethod
    def _missing_(cls, value: object) -> "Stage":
        return cls.UNKNOWN


@dataclass(frozen=True)
class Consent:
    id: str
    stage: Stage
    expires: datetime | None = None

    @property
    def usable(self) -> bool:
        return self.stage is Stage.AUTHORISED


class Consents:
    def __init__(self, auth: BrickAuth, base_url: str = PRODUCTION) -> None:
        self._http = httpx.Client(base_url=base_url, auth=auth, timeout=30)

    @classmethod
    def connect(cls, client_id: str, secret: str, base_url: str = PRODUCTION, token: str | None = None) -> "Consents":
        return cls(BrickAuth(f"{base_url}/auth/token", client_id, secret, token), base_url)

    def get(self, consent_id: str) -> Consent:
        response = self._http.get(f"/data/consents/{consent_id}")
        if response.status_code != 200:
            raise BrickError.of(response)
        data = response.json()["data"]
        expires = data.get("expirationDateTime")
        return Consent(
            data["consentId"],
            Stage(data.get("status", "")),
            datetime.fromisoformat(expires) if expires else None,
        )

    def usable(self, consent_ids: list[str]) -> list[Consent]:
        """Those whose data may be read today."""
        return [consent for consent in map(self.get, consent_ids) if consent.usable]
