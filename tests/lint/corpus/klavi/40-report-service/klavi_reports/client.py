from __future__ import annotations

import logging
from typing import Any

import requests
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from .exceptions import MalformedAnswer, error_for
from .models import Completeness, Report

log = logging.getLogger(__name__)


class KlaviClient:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", timeout: float = 30.0) -> None:
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @retry(
        retry=retry_if_exception_type((requests.ConnectionError, requests.Timeout)),
        wait=wait_random_exponential(multiplier=0.5, max=8),
        stop=stop_after_attempt(4),
        before_sleep=before_sleep_log(log, logging.INFO),
        reraise=True,
    )
    def _send(self, method: str, path: str, **kwargs: Any) -> requests.Response:
        return self.session.request(method, self.base_url + path, timeout=self.timeout, **kwargs)

    def _request(self, method: str, path: str, **kwargs: Any) -> tuple[Completeness, dict[str, Any]]:
        response = self._send(method, path, **kwargs)
        try:
            body = response.json()
            code = int(body["code"])
        except (ValueError, KeyError, TypeError) as exc:
            raise MalformedAnswer(f"{method} {path}: HTTP {response.status_code}") from exc
        try:
            completeness = Completeness(code)
        except ValueError:
            raise error_for(code, body.get("message", "")) from None
        return completeness, body.get("data") or {}

    def report(self, link_id: str) -> Report:
        completeness, data = self._request("GET", f"/data/v1/reports/{link_id}")
        return Report(link_id=link_id, completeness=completeness, content=data)
