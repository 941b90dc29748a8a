from __future__ import annotations

import time
from typing import Callable

import requests

from errors import RegistrationPending
from models import Report

BASE_URL = "https://api.klavi.ai"


class KlaviClient:
    def __init__(
        self,
        token: str,
        base_url: str = BASE_URL,
        *,
        sleep: Callable[[float], None] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        self.base_url = base_url
        self.sleep = sleep or time.sleep
        self.session = session or requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def report(self, cpf: str) -> Report:
        response = self.session.get(f"{self.base_url}/open-data/v1/reports", params={"cpf": cpf}, timeout=60)
        try:
            body = response.json()
        except ValueError:
            body = None
        return Report.from_response(response.status_code, body, response.text)

    def report_when_registered(self, cpf: str, rounds: int = 3) -> Report:
        """Like :meth:`report`, but sits out the half hour that some banks insist on."""
        for _ in range(rounds - 1):
            try:
                return self.report(cpf)
            except RegistrationPending as pending:
                self.sleep(pending.wait.total_seconds())
        return self.report(cpf)
