from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

import requests
from tenacity import before_sleep_log, retry, retry_if_exception_type, stop_after_attempt, wait_fixed

from errors import Maintenance, SynapseError, from_body

logger = logging.getLogger(__name__)


@dataclass
class LinkResult:
    nodes: list[dict[str, Any]] = field(default_factory=list)
    pending: bool = False
    mfa_token: str | None = None
    mfa_question: str | None = None


class BankLoginRepository:
    def __init__(self, gateway: str, oauth: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": oauth})

    @retry(
        retry=retry_if_exception_type(Maintenance),
        wait=wait_fixed(120),
        stop=stop_after_attempt(4),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    def link(self, user_id: str, bank: str, username: str, password: str) -> LinkResult:
        payload = {
            "type": "ACH-US",
            "info": {"bank_name": bank, "bank_id": username, "bank_pw": password},
        }
        return self._post_nodes(user_id, payload)

    def answer_mfa(self, user_id: str, mfa_token: str, answer: str) -> LinkResult:
        return self._post_nodes(user_id, {"access_token": mfa_token, "mfa_answer": answer})

    def _post_nodes(self, user_id: str, payload: dict[str, Any]) -> LinkResult:
        response = self.session.post(f"{self.base_url}/users/{user_id}/nodes", json=payload, timeout=60)
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(str(response.status_code), "", response.text[:200]) from None

        code = str(body.get("error_code", "0"))
        if response.status_code == 202 or code == "10":
            mfa = body.get("mfa") or {}
            return LinkResult(
                pending=True, mfa_token=mfa.get("access_token"), mfa_question=mfa.get("message")
            )
        if response.status_code == 200 and code == "0":
            return LinkResult(nodes=body["nodes"])
        raise from_body(response.status_code, body)
