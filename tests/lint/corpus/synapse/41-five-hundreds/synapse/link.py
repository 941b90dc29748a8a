from __future__ import annotations

import time
from typing import Any

from .faults import SynapseFault
from .transport import Transport


class BankLink:
    """Links a bank by the customer's online banking login."""

    RETRIES = 3

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def _post(self, path: str, payload: dict[str, Any], retries: int = RETRIES) -> dict[str, Any]:
        try:
            return self.transport.request("POST", path, json=payload)
        except SynapseFault as fault:
            if fault.transient and retries:
                time.sleep(15)
                return self._post(path, payload, retries - 1)
            raise

    def login(self, user_id: str, bank: str, bank_id: str, bank_pw: str) -> list[str]:
        info = {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank}
        body = self._post(f"/users/{user_id}/nodes", {"type": "ACH-US", "info": info})
        return [node["_id"] for node in body["nodes"]]
