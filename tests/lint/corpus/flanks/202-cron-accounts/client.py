"""Client for the account endpoints of Flanks."""
from __future__ import annotations

import logging
import time
from typing import Any

import requests

from errors import FlanksError, StillPending
from models import Account

log = logging.getLogger(__name__)

BASE_URL = "https://api.flanks.io"

PROCESSING = 20002
SECURITY_CHECKS = 20003
NOT_READY = frozenset({PROCESSING, SECURITY_CHECKS})


class FlanksClient:
    poll_every = 20
    max_polls = 15

    def __init__(self, access_token: str, base_url: str = BASE_URL) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {access_token}"

    def accounts(self, credentials_token: str) -> list[Account]:
        body = self._poll("/v0/bank/account", {"credentials_token": credentials_token})
        return [Account.from_response(item) for item in body.get("accounts", [])]

    def _poll(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        code: int | None = None
        for poll in range(1, self.max_polls + 1):
            response = self._session.post(self._base_url + path, json=payload, timeout=30)
            data = response.json()
            code = data.get("error_code")
            if code in NOT_READY:
                log.info("not ready (%s), poll %d", code, poll)
                time.sleep(self.poll_every)
            elif code in FlanksError.registry:
                raise FlanksError.registry[code](code, response.status_code, data)
            else:
                return data
        raise StillPending(code, self.max_polls)
