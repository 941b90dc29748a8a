# coding: utf-8

from __future__ import annotations

import json
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from rest import Configuration, RESTClientObject


class ConsentData(BaseModel):
    model_config = ConfigDict(populate_by_name=True, extra="ignore")

    consent_id: str = Field(alias="consentId")
    status: str
    expiration_date_time: datetime | None = Field(default=None, alias="expirationDateTime")


class ConsentResponse(BaseModel):
    data: ConsentData


class ConsentsApi:
    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.rest_client = RESTClientObject(configuration)

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "Authorization": f"Bearer {self.configuration.access_token}",
        }

    def consents_get_consent_id(self, consent_id: str) -> ConsentResponse:
        """Obter detalhes do consentimento identificado por consentId."""
        url = f"{self.configuration.host}/data/consents/{consent_id}"
        raw = self.rest_client.request("GET", url, self._headers())
        return ConsentResponse.model_validate(json.loads(raw.data))

    def consents_delete_consent_id(self, consent_id: str) -> None:
        """Revogar o consentimento identificado por consentId."""
        url = f"{self.configuration.host}/data/consents/{consent_id}"
        self.rest_client.request("DELETE", url, self._headers())
