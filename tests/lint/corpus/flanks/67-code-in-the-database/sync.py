from __future__ import annotations

import logging

import requests

from store import Store, failure

log = logging.getLogger(__name__)

ASK_USER = {50002, 50003}


class Sync:
    def __init__(self, store: Store, session: requests.Session, base_url: str = "https://api.flanks.io") -> None:
        self.store = store
        self.session = session
        self.base_url = base_url

    def connection(self, token: str) -> str:
        response = self.session.post(f"{self.base_url}/v0/bank/account", json={"credentials_token": token}, timeout=30)
        body = response.json()
        code = body.get("error_code")
        if response.status_code == 200 and code is None:
            self.store.set_state(token, "ok")
        else:
            log.warning("%s: HTTP %s, error_code %s", token[:4], response.status_code, code)
            self.store.set_state(token, f"failed:{response.status_code}:{code or ''}", last_error=code)
        return self.store.state(token)

    def needs_user(self, token: str) -> bool:
        failed = failure(self.store.state(token))
        return failed is not None and failed[1] in ASK_USER
