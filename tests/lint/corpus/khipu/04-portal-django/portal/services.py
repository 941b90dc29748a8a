import logging
from collections.abc import Callable
from typing import Any

import requests

from .mixins import LogsOutcome, ReadsKhipu
from .outcome import Outcome

BASE = "https://api.khipu.com/v1"


class DocumentService(ReadsKhipu, LogsOutcome):
    logger = logging.getLogger("portal.khipu")
    attempts = 3

    def __init__(self, token: str, base_url: str = BASE,
                 on_outcome: Callable[[Outcome], None] | None = None):
        self.http = requests.Session()
        self.http.headers.update({"Authorization": f"Bearer {token}"})
        self.base_url = base_url
        self.on_outcome = on_outcome

    def _send(self, path: str, body: dict[str, Any]) -> Outcome:
        return self.read(self.http.post(f"{self.base_url}{path}", json=body, timeout=100).json())

    def certificate(self, rut: str, password: str) -> Outcome:
        body = {"Username": rut, "Password": password}
        for _ in range(self.attempts):
            outcome = self._send("/cl/services/afc.cl/certificate", body)
            if outcome or outcome.advice != "RETRY_IMMEDIATELY":
                break
        self.after(outcome)
        if self.on_outcome:
            self.on_outcome(outcome)
        return outcome
