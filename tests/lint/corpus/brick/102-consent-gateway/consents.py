from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import httpx

from faults import raise_for_fault
from transport import PatientTransport


@dataclass(frozen=True, slots=True)
class Consent:
    id: str
    redirect_url: str
    expires_at: datetime


class ConsentGateway:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            transport=PatientTransport(),
            event_hooks={"response": [raise_for_fault]},
            timeout=30,
        )

    def request(self, cpf: str, brand_id: str, permissions: list[str], *, days: int = 180) -> Consent:
        expires_at = datetime.now(timezone.utc) + timedelta(days=days)
        resp = self._http.post(
            "/open-finance/consents/v1/consents",
            headers={"x-idempotency-key": str(uuid.uuid4())},
            json={
                "brandId": brand_id,
                "loggedUser": {"document": {"identification": cpf, "rel": "CPF"}},
                "permissions": permissions,
                "expirationDateTime": expires_at.isoformat(),
            },
        )
        data = resp.json()["data"]
        return Consent(data["consentId"], data["redirectUrl"], expires_at)

    def close(self) -> None:
        self._http.close()
