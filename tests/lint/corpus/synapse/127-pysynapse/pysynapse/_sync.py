from __future__ import annotations

import time

import httpx

from . import _shared
from .errors import SynapseApiError


class BankLogin:
    def __init__(self, gateway: str, user: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._http = httpx.Client(base_url=base_url, headers=_shared.headers(gateway, user), timeout=60)

    def link(self, user_id: str, bank: str, login: str, password: str) -> list[_shared.BankAccount]:
        for pause in (*_shared.PAUSES, None):
            r = self._http.post(f"/users/{user_id}/nodes", json=_shared.login_payload(bank, login, password))
            try:
                return _shared.interpret(r.json())
            except SynapseApiError as exc:
                if pause is None or not _shared.worth_another_go(exc):
                    raise
            time.sleep(pause)
        raise AssertionError("unreachable")
