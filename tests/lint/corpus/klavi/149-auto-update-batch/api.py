from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import requests

from answers import Answer

log = logging.getLogger(__name__)


class UpdateRefused(Exception):
    def __init__(self, http_status: int, raw_code: Any, text: str = "") -> None:
        self.http_status = http_status
        self.raw_code = raw_code
        self.answer = Answer.of(raw_code)
        super().__init__(f"{self.answer.name} (code {raw_code!r}, HTTP {http_status}) {text}".rstrip())


@dataclass(frozen=True)
class Credentials:
    partner_code: str
    partner_token: str

    def headers(self) -> dict[str, str]:
        return {"partner_code": self.partner_code, "partner_token": self.partner_token}


class AutoUpdateApi:
    def __init__(self, credentials: Credentials, base_url: str = "https://api.klavi.ai") -> None:
        self.url = f"{base_url}/open-data/v1/user-data"
        self.session = requests.Session()
        self.session.headers.update(credentials.headers())

    def allow(self, connection_key: str, allowed: bool) -> None:
        response = self.session.put(
            self.url, json={"connectionKey": connection_key, "allowAutoUpdate": allowed}, timeout=30
        )
        try:
            body = response.json()
        except requests.JSONDecodeError:
            raise UpdateRefused(response.status_code, None, response.reason or "") from None
        code = body.get("code") if isinstance(body, dict) else None
        if Answer.of(code) is not Answer.OK:
            raise UpdateRefused(response.status_code, code, body.get("message", "") if code is not None else "")
        log.debug("%s: auto update %s", connection_key, "on" if allowed else "off")
