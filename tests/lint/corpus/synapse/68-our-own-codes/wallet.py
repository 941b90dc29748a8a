from __future__ import annotations

from typing import Any

import requests

from api_errors import ApiError, BankRefused, ValidationFailed

CURRENCIES = {"USD": 840, "EUR": 978}


class Wallet:
    def __init__(self, session: requests.Session, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.session = session
        self.base_url = base_url

    def open(self, user_id: str, form: dict[str, Any]) -> dict[str, Any]:
        code = CURRENCIES.get(form.get("currency", "USD"))
        if code != 840:
            raise ValidationFailed(field="currency", code=code)
        response = self.session.post(
            f"{self.base_url}/users/{user_id}/nodes",
            json={"type": "DEPOSIT-US", "info": {"nickname": form.get("name", "Wallet")}},
            timeout=100,
        )
        body = response.json()
        if response.status_code != 200 or body.get("error_code") != "0":
            raise BankRefused(
                synapse_http=response.status_code,
                synapse_code=body.get("error_code"),
                synapse_error=body.get("error"),
            )
        return {"node": body["nodes"][0]["_id"], "currency_code": code}


def endpoint(wallet: Wallet, user_id: str, form: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    try:
        return 201, wallet.open(user_id, form)
    except ApiError as error:
        payload = error.to_json()
        if payload["error_code"] == "VALIDATION_FAILED":
            payload["hint"] = "see /docs/wallets"
        return error.status, payload
