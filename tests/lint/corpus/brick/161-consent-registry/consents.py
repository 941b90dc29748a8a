"""Domain service: registers the customer's consent at the transmitting institution."""
from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import Enum

from transport import BrickTransport


class RegistrationState(Enum):
    REGISTERED = "registered"
    BEING_PROCESSED = "being-processed"


@dataclass(frozen=True)
class ConsentRequest:
    brand_id: str
    cpf: str
    permissions: tuple[str, ...]

    def to_wire(self) -> dict[str, object]:
        user = {"document": {"identification": self.cpf, "rel": "CPF"}}
        return {"data": {"brandId": self.brand_id, "loggedUser": user, "permissions": list(self.permissions)}}


@dataclass(frozen=True)
class ConsentRegistration:
    state: RegistrationState
    consent_id: str | None
    status: str | None


class ConsentRegistry:
    def __init__(self, transport: BrickTransport) -> None:
        self._transport = transport

    def register(self, request: ConsentRequest) -> ConsentRegistration:
        headers = {"x-idempotency-key": str(uuid.uuid4()), "x-fapi-interaction-id": str(uuid.uuid4())}
        http_status, document = self._transport.post("/consents", request.to_wire(), headers)
        data = document.get("data") or {}
        state = RegistrationState.BEING_PROCESSED if http_status == 202 else RegistrationState.REGISTERED
        return ConsentRegistration(state, data.get("consentId"), data.get("status"))
