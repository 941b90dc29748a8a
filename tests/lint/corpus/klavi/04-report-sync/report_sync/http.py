from __future__ import annotations

import logging
from typing import Any

import requests
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errors import KlaviTransientError, error_for

logger = logging.getLogger(__name__)


class KlaviHttp:
    def __init__(self, base_url: str, partner_code: str, partner_token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Partner-Code": partner_code, "Partner-Token": partner_token})

    @retry(
        retry=retry_if_exception_type(KlaviTransientError),
        wait=wait_exponential(multiplier=2, min=2, max=60),
        stop=stop_after_attempt(4),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    def get_report(self, cpf: str) -> dict[str, Any]:
        response = self.session.get(f"{self.base_url}/open-data/v1/report", params={"cpf": cpf}, timeout=60)
        body = response.json()
        code = int(body["code"])
        if code // 100 == 2:
            return body["data"]
        raise error_for(code, body.get("message", ""))
