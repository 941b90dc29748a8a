"""SynapseFI v3.1 behind the AccountLinking port."""
from __future__ import annotations

import logging
from typing import Any

import requests

from repay.ports import BankLogin, Linked, MfaPending
from repay.taxonomy import BY_ERROR_CODE, LinkingError

log = logging.getLogger(__name__)
PRODUCTION = "https://api.synapsefi.com/v3.1"


class SynapseLinking:
    def __init__(self, gateway: str, user_header: str, base_url: str = PRODUCTION) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = gateway
        self.session.headers["X-SP-USER"] = user_header

    def link(self, user_id: str, login: BankLogin) -> Linked | MfaPending:
        response = self.session.post(
            f"{self.base_url}/users/{user_id}/nodes",
            json={
                "type": "ACH-US",
                "info": {"bank_id": login.username, "bank_pw": login.password, "bank_name": login.bank},
            },
            timeout=100,
        )
        body = self._body(response)
        http_code = str(body.get("http_code") or response.status_code)
        error_code = body.get("error_code")
        log.info("synapse.link", extra={"user": user_id, "http_code": http_code, "error_code": error_code})
        if error_code == "10" or response.status_code == 202:
            mfa = body.get("mfa") or {}
            return MfaPending(mfa.get("access_token", ""), mfa.get("message", ""))
        if error_code == "0" and response.status_code == 200:
            return Linked(tuple(node["_id"] for node in body.get("nodes", [])))
        raise self._failure(http_code, error_code, body)

    @staticmethod
    def _failure(http_code: str, error_code: Any, body: dict[str, Any]) -> LinkingError:
        kind = BY_ERROR_CODE.get(error_code, LinkingError)
        error = body.get("error")
        text = error.get("en", "") if isinstance(error, dict) else str(error or "")
        return kind(http_code, error_code or "", text)

    @staticmethod
    def _body(response: requests.Response) -> dict[str, Any]:
        try:
            body = response.json()
        except requests.JSONDecodeError:
            return {}
        return body if isinstance(body, dict) else {}
