"""Reads credit card bills from the bank of the customer through Brick Bank."""
from __future__ import annotations

import os
from decimal import Decimal

import attrs
import requests

from faults import CardsUnavailable, ConsentOver, Fault

BASE_URL = os.environ.get("BRICK_URL", "https://openfinance.brickbank.com.br")


@attrs.define
class Bill:
    bill_id: str
    due: str
    total: Decimal = attrs.field(converter=Decimal)


@attrs.define
class CardReader:
    token: str
    base_url: str = BASE_URL
    timeout: float = 30.0
    _http: requests.Session = attrs.field(factory=requests.Session, init=False)

    def bills(self, consent_id: str, card_id: str) -> list[Bill]:
        response = self._http.get(
            f"{self.base_url}/open-banking/credit-cards-accounts/v2/accounts/{card_id}/bills",
            headers={"Authorization": f"Bearer {self.token}", "consentId": consent_id},
            timeout=self.timeout,
        )
        if response.status_code != 200:
            fault = Fault.from_response(response)
            if fault.consent_over:
                raise ConsentOver(fault)
            raise CardsUnavailable(fault)
        return [
            Bill(row["billId"], row["dueDate"], row["billTotalAmount"]["amount"])
            for row in response.json()["data"]
        ]
