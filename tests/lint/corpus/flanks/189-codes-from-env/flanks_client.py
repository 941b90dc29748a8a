from __future__ import annotations

import logging
import time
from typing import Any

import requests

from settings import Settings

log = logging.getLogger(__name__)

PROCESSING = 20002
WITHOUT_CODE = (401, 405, 415, 500)


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body.get('error_code', '-')}: {body.get('error')}")
        self.status = status
        self.code = body.get("error_code")
        self.body = body


class FlanksClient:
    def __init__(self, settings: Settings, session: requests.Session | None = None) -> None:
        self.settings = settings
        self.session = session or requests.Session()
        self.session.headers["Authorization"] = f"Bearer {settings.access_token}"

    def read(self, product: str, credentials_token: str) -> dict[str, Any]:
        url = f"{self.settings.base_url}/v0/bank/{product}"
        for look in range(1, self.settings.looks + 1):
            response = self.session.post(url, json={"credentials_token": credentials_token}, timeout=45)
            body = response.json()
            code = body.get("error_code")
            if code == PROCESSING:
                log.info("%s: not extracted yet (look %d)", product, look)
                time.sleep(self.settings.seconds_between_looks)
                continue
            if response.status_code in WITHOUT_CODE or code in self.settings.fatal_codes:
                raise FlanksError(response.status_code, body)
            return body
        raise FlanksError(response.status_code, body)
