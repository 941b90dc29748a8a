"""SynapseFI API client."""

import logging
import random
import time
from typing import Any, Dict, List, Optional

import requests

from exceptions import ERROR_MAP, SynapseAPIError, SynapseTransportError
from models import BankLogin, LinkResult, Node

logger = logging.getLogger(__name__)

DEFAULT_BASE_URL = "https://api.synapsefi.com/v3.1"
DEFAULT_TIMEOUT = 30
MAX_RETRIES = 3
BACKOFF_SECONDS = 2.0
RETRYABLE_ERROR_CODES = frozenset({"500", "503"})


class SynapseClient:
    """Client for linking bank accounts."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        fingerprint: str,
        oauth_key: str = "",
        base_url: str = DEFAULT_BASE_URL,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update(
            {
                "X-SP-GATEWAY": f"{client_id}|{client_secret}",
                "X-SP-USER": f"{oauth_key}|{fingerprint}",
                "Content-Type": "application/json",
            }
        )

    def link_bank(self, user_id: str, login: BankLogin) -> LinkResult:
        """Log in to a bank and create its ACH nodes."""
        payload = {"type": "ACH-US", "info": login.to_dict()}
        body = self._request("POST", f"/users/{user_id}/nodes", json=payload)
        if body.get("error_code") == "10":
            return LinkResult(nodes=[], mfa=body.get("mfa", {}))
        return LinkResult(nodes=[Node.from_dict(n) for n in body["nodes"]])

    def answer_mfa(self, user_id: str, access_token: str, answer: str) -> LinkResult:
        """Answer the question of a pending bank login."""
        payload = {"access_token": access_token, "mfa_answer": answer}
        body = self._request("POST", f"/users/{user_id}/nodes", json=payload)
        if body.get("error_code") == "10":
            return LinkResult(nodes=[], mfa=body.get("mfa", {}))
        return LinkResult(nodes=[Node.from_dict(n) for n in body["nodes"]])

    def list_nodes(self, user_id: str) -> List[Node]:
        """List all nodes of a user."""
        nodes: List[Node] = []
        page, pages = 1, 1
        while page <= pages:
            body = self._request("GET", f"/users/{user_id}/nodes", params={"page": page})
            nodes.extend(Node.from_dict(n) for n in body["nodes"])
            pages = int(body.get("page_count", 1))
            page += 1
        return nodes

    def _request(self, method: str, path: str, **kwargs: Any) -> Dict[str, Any]:
        """Send a request, retrying transient failures."""
        last_error: Optional[SynapseAPIError] = None
        for attempt in range(MAX_RETRIES + 1):
            if attempt:
                delay = BACKOFF_SECONDS * 2 ** attempt + random.uniform(0, 1)
                logger.warning("Retrying %s %s in %.1fs (%d/%d)", method, path, delay, attempt, MAX_RETRIES)
                time.sleep(delay)
            try:
                response = self.session.request(
                    method, f"{self.base_url}{path}", timeout=DEFAULT_TIMEOUT, **kwargs
                )
                body = response.json()
            except requests.RequestException as exc:
                raise SynapseTransportError(str(exc)) from exc
            if response.status_code < 400:
                return body
            last_error = self._handle_error(response.status_code, body)
            if last_error.error_code not in RETRYABLE_ERROR_CODES:
                raise last_error
        raise last_error

    @staticmethod
    def _handle_error(status_code: int, body: Dict[str, Any]) -> SynapseAPIError:
        """Map an error body to an exception."""
        error_code = body.get("error_code", "")
        message = (body.get("error") or {}).get("en", "Unknown error")
        error_class = ERROR_MAP.get(error_code, SynapseAPIError)
        return error_class(message, str(status_code), error_code, body)
