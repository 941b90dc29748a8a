from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field


class ConsentRequest(BaseModel):
    document: str = Field(pattern=r"^\d{11}$")
    brand_id: str
    permissions: list[str]
    expires_at: datetime

    def payload(self) -> dict:
        return {
            "brandId": self.brand_id,
            "data": {
                "loggedUser": {"document": {"identification": self.document, "rel": "CPF"}},
                "permissions": self.permissions,
                "expirationDateTime": self.expires_at.isoformat(),
            },
        }


class Consent(BaseModel):
    consentId: str
    status: str
    redirectUrl: str | None = None
