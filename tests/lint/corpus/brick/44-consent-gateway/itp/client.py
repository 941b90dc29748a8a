from __future__ import annotations

import uuid
from typing import Any

import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from itp.errors import BrickError, BrickUnavailable, classify
from itp.schemas import Consent, ConsentRequest


class BrickClient:
    def __init__(self, token: str, base_url: str, *, retries: int = 5) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self._retrying = Retrying(
            retry=retry_if_exception_type(BrickUnavailable),
            wait=wait_exponential(multiplier=3, exp_base=2),
            stop=stop_after_attempt(1 + retries),
            reraise=True,
        )

    def _request(self, method: str, path: str, body: dict | None = None) -> dict[str, Any]:
        headers = {"x-idempotency-key": str(uuid.uuid4())} if method == "POST" else {}
        return self._retrying(self._once, method, path, body, headers)

    def _once(self, method: str, path: str, body: dict | None, headers: dict[str, str]) -> dict[str, Any]:
        response = self.session.request(method, self.base_url + path, json=body, headers=headers, timeout=30)
        if response.ok:
            return response.json() if response.content else {}
        raise self._failure(response)

    @staticmethod
    def _failure(response: requests.Response) -> BrickError:
        try:
            answer = response.json()
        except ValueError:
            answer = {}
        code = answer.get("code") or answer.get("error") or ""
        title = answer.get("title") or answer.get("message") or response.reason
        detail = answer.get("detail") or answer.get("error_description") or response.text[:200]
        kind = classify(response.status_code, code)
        return kind(response.status_code, code, title, detail, response.headers.get("x-fapi-interaction-id"))

    def create_consent(self, request: ConsentRequest) -> Consent:
        return Consent.model_validate(self._request("POST", "/consents", request.payload()))

    def consent(self, consent_id: str) -> Consent:
        return Consent.model_validate(self._request("GET", f"/consents/{consent_id}"))
