import logging
from typing import NamedTuple, Optional

import requests

from errors import SynapseApiError

logger = logging.getLogger(__name__)


class LinkResult(NamedTuple):
    state: str
    nodes: list
    mfa_token: Optional[str] = None
    question: Optional[str] = None


class SynapseApi:
    base_url = "https://api.synapsefi.com/v3.1"

    def __init__(self, client_id, client_secret, base_url=None):
        self._session = requests.Session()
        self._session.headers["X-SP-GATEWAY"] = "%s|%s" % (client_id, client_secret)
        if base_url:
            self.base_url = base_url

    def _request(self, method, path, oauth_key=None, **kwargs):
        headers = {"X-SP-USER": oauth_key} if oauth_key else None
        resp = self._session.request(method, self.base_url + path, headers=headers, timeout=90, **kwargs)
        try:
            payload = resp.json()
        except ValueError:
            raise SynapseApiError(resp.status_code, None, resp.text[:200])
        if resp.status_code >= 400:
            error = payload.get("error") or {}
            raise SynapseApiError(resp.status_code, payload.get("error_code"), error.get("en"))
        return payload

    def link_bank(self, user_id, oauth_key, bank, username, password):
        info = {"bank_id": username, "bank_pw": password, "bank_name": bank}
        payload = self._request(
            "POST", "/users/%s/nodes" % user_id, oauth_key, json={"type": "ACH-US", "info": info}
        )
        if payload.get("error_code") == 10:
            mfa = payload["mfa"]
            return LinkResult("mfa", [], mfa["access_token"], mfa["message"])
        return LinkResult("linked", payload.get("nodes", []))
