from __future__ import annotations

from consent_repository import ConsentRepository


class ConsentService:
    def __init__(self, consents: ConsentRepository) -> None:
        self._consents = consents

    def is_authorised(self, consent_id: str) -> bool:
        return self._consents.find_by_id(consent_id).status == "AUTHORISED"
