import time
from typing import Any, Optional

import requests
from pydantic import BaseModel

from income.codes import BUSY, COMPLETE, INCOMPLETE, KlaviCode
from income.errors import KlaviFailure


class Envelope(BaseModel):
    code: KlaviCode
    message: str = ""
    data: Optional[dict[str, Any]] = None


class Income(BaseModel):
    monthly: float = 0.0
    complete: bool = True
    remark: str = ""


class KlaviApi:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", attempts: int = 4) -> None:
        self.token = token
        self.base_url = base_url
        self.attempts = attempts

    def _post(self, path: str, payload: dict[str, Any]) -> Envelope:
        response = requests.post(
            f"{self.base_url}{path}",
            json=payload,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=90,
        )
        return Envelope(**response.json())

    def income(self, cpf: str, institution: str, user: str, password: str) -> Income:
        payload = {"cpf": cpf, "institution": institution, "user": user, "password": password}
        for attempt in range(1, self.attempts + 1):
            envelope = self._post("/data/v1/income", payload)
            if envelope.code in BUSY and attempt < self.attempts:
                time.sleep(15 * attempt)
                continue
            break
        if envelope.code in COMPLETE:
            return Income(**(envelope.data or {}))
        if envelope.code in INCOMPLETE:
            data = dict(envelope.data or {}, complete=False, remark=f"{envelope.code.value} {envelope.message}")
            return Income(**data)
        raise KlaviFailure(envelope.code, envelope.message)
