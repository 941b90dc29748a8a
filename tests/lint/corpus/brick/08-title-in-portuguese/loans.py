from __future__ import annotations

import time
from typing import Any

import requests

from errors import ApiFault


class ReconnectNeeded(Exception):
    def __init__(self, fault: ApiFault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Loans:
    wait = 180

    def __init__(self, base_url: str, token: str) -> None:
        self.base_url, self.token = base_url, token

    def _get(self, path: str, consent: str) -> Any:
        response = requests.get(
            self.base_url + path,
            headers={"Authorization": f"Bearer {self.token}", "x-consent-id": consent},
            timeout=40,
        )
        if response.status_code == 200:
            return response.json()["data"]
        raise ApiFault(response.status_code, response.json())

    def contracts(self, consent: str) -> list[dict[str, Any]]:
        try:
            return self._get("/data/loans/contracts", consent).get("contracts", [])
        except ApiFault as fault:
            if fault.consent_trouble:
                raise ReconnectNeeded(fault) from fault
            if not fault.is_timeout:
                raise
        time.sleep(self.wait)
        return self._get("/data/loans/contracts", consent).get("contracts", [])
