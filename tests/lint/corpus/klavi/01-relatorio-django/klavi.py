import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, Optional

import requests

logger = logging.getLogger(__name__)

DAY = timedelta(hours=24)

# how long the person has to stay away from the bank before logging in again
COOL_DOWN = {
    "406": DAY,
    "414": DAY,
    "415": timedelta(minutes=30),
}

INCOMPLETE = {
    "201": "extra authorization required",
    "202": "some transaction details are missing",
    "203": "CPF missing in the report",
}


class KlaviError(Exception):
    def __init__(self, code: str, message: str, http_status: int) -> None:
        super().__init__(f"Klavi {code}: {message}")
        self.code = code
        self.message = message
        self.http_status = http_status

    def next_login_at(self, now: Optional[datetime] = None) -> Optional[datetime]:
        wait = COOL_DOWN.get(self.code)
        if wait is None:
            return None
        return (now or datetime.now(timezone.utc)) + wait


@dataclass
class Report:
    payload: Dict[str, Any]
    warnings: Dict[str, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return not self.warnings


class KlaviClient:
    def __init__(self, partner_code: str, partner_token: str, base_url: str = "https://open.klavi.ai") -> None:
        self.base_url = base_url
        self.auth = {"partnerCode": partner_code, "partnerToken": partner_token}

    def report(self, cpf: str) -> Report:
        response = requests.get(
            f"{self.base_url}/data/v1/report", params={"cpf": cpf}, headers=self.auth, timeout=30
        )
        try:
            body = response.json()
        except ValueError:
            raise KlaviError("", response.text[:200], response.status_code)
        code = str(body.get("code", ""))
        if code == "200":
            return Report(body.get("data") or {})
        if code in INCOMPLETE:
            logger.warning("klavi report is incomplete: %s", code)
            return Report(body.get("data") or {}, warnings={code: INCOMPLETE[code]})
        raise KlaviError(code, body.get("message", ""), response.status_code)
