"""What happens when the customer comes back from the Flanks Link widget."""
from __future__ import annotations

import logging

import requests

from schemas import Customer, LinkResult

logger = logging.getLogger(__name__)


class LinkRejected(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"link exchange failed with HTTP {response.status_code}")
        self.response = response


class LinkService:
    def __init__(self, session: requests.Session, base_url: str = "https://api.flanks.io") -> None:
        self.session = session
        self.base_url = base_url.rstrip("/")

    def exchange(self, code: str) -> LinkResult:
        response = self.session.post(f"{self.base_url}/v0/platform/link", json={"code": code}, timeout=15)
        if not response.ok:
            raise LinkRejected(response)
        return LinkResult.model_validate_json(response.content)

    def finish(self, customer: Customer, code: str, state: str, expected_state: str) -> Customer:
        if state != expected_state:
            raise PermissionError("state mismatch")
        result = self.exchange(code)
        logger.info("customer %s connected: %s", customer.id, result.message)
        return customer.model_copy(update={"flanks_token": result.credentials_token, "ready": True})
