from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Status = Literal["AWAITING_AUTHORISATION", "AUTHORISED", "REJECTED", "CONSUMED"]


@dataclass(frozen=True)
class Consent:
    id: str
    status: Status

    @property
    def pending(self) -> bool:
        return self.status == "AWAITING_AUTHORISATION"

    @classmethod
    def parse(cls, data: dict[str, Any]) -> "Consent":
        return cls(data["consentId"], data["status"])


class ConsentProblem(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body.get("code") or body.get("error") or body.get("message"))
        self.status = status
        self.body = body


class StillPending(Exception):
    def __init__(self, consent: Consent) -> None:
        super().__init__(f"{consent.id} is still {consent.status}")
        self.consent = consent
