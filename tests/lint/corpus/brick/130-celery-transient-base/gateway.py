from __future__ import annotations

from typing import Any

import requests

from exceptions import error_for


class PaymentGateway:
    timeout = (3.05, 30)

    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def initiate(self, consent_id: str, payload: dict[str, Any], *, idempotency_key: str) -> dict[str, Any]:
        response = self.session.post(
            f"{self.base_url}/payments",
            json=payload,
            headers={"x-consent-id": consent_id, "x-idempotency-key": idempotency_key},
            timeout=self.timeout,
        )
        try:
            body = response.json()
        except ValueError:
            body = {}
        if response.status_code not in (200, 201):
            raise error_for(response.status_code, body)
        return body["data"]
