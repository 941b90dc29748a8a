import logging
from typing import Any, Optional

import requests
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from errors import KhipuError

logger = logging.getLogger(__name__)

DEFAULT_BASE_URL = "https://api.khipu.com"


class KhipuClient:
    """Thin client for the Khipu data services."""

    def __init__(self, api_key: str, base_url: str = DEFAULT_BASE_URL, timeout: int = 120,
                 session: Optional[requests.Session] = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = session or requests.Session()
        self.session.headers.update({
            "Authorization": f"Bearer {api_key}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        })

    @retry(
        retry=retry_if_exception_type((KhipuError, requests.ConnectionError, requests.Timeout)),
        stop=stop_after_attempt(3),
        wait=wait_exponential(multiplier=1, min=1, max=10),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.session.post(f"{self.base_url}{path}", json=payload, timeout=self.timeout)
        body = response.json()
        if body["Status"] != "OK":
            error = body["Error"]
            raise KhipuError(
                error["Code"],
                error["Type"],
                error["Description"],
                operation_id=body.get("OperationId"),
            )
        return body["Data"]

    def get_statement(self, bank: str, username: str, password: str, month: str) -> dict[str, Any]:
        return self._post(
            f"/v1/cl/banks/{bank}/statement",
            {"RequestData": {"Username": username, "Password": password, "Month": month}},
        )
