from __future__ import annotations

import http.client
import json
import logging
import os
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

logger = logging.getLogger(__name__)

KLAVI_URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
CACHE_TTL = 600

PARTIAL = {
    "201": "the user still has to authorise part of the data",
    "202": "some transactions could not be downloaded",
    "203": "the report carries no CPF",
}

# what the user has to hear, and how long they have to wait first
INSTRUCTIONS: dict[str, tuple[str, timedelta]] = {
    "402": ("Check what you typed and connect again.", timedelta()),
    "403": ("Your bank is not answering, please log in again later.", timedelta(hours=1)),
    "406": ("Too many wrong passwords. Come back tomorrow.", timedelta(days=1)),
    "407": ("Your account or password is not active, talk to your bank.", timedelta()),
    "408": ("Reset your internet banking password first.", timedelta()),
    "409": ("This kind of account is not supported, use another one.", timedelta()),
    "413": ("Close your other bank sessions.", timedelta()),
    "414": ("Your bank blocked the connection. Come back tomorrow.", timedelta(days=1)),
    "415": ("Your bank is finishing your registration.", timedelta(minutes=30)),
    "419": ("Device limit reached, go to a Caixa branch.", timedelta()),
    "420": ("Your access needs to be regularised at a Caixa branch.", timedelta()),
    "433": ("The password is wrong.", timedelta()),
    "434": ("The confirmation code is wrong.", timedelta()),
    "435": ("Type the confirmation code.", timedelta()),
}


class KlaviError(Exception):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message

    @classmethod
    def from_response(cls, code: str, doc: dict[str, Any]) -> "KlaviError":
        message = str(doc.get("message", ""))
        if code in INSTRUCTIONS:
            text, pause = INSTRUCTIONS[code]
            return UserMustAct(code, message, text, datetime.now() + pause)
        return cls(code, message)


class UserMustAct(KlaviError):
    def __init__(self, code: str, message: str, text: str, not_before: datetime) -> None:
        super().__init__(code, message)
        self.text = text
        self.not_before = not_before


@dataclass
class Report:
    data: dict[str, Any]
    warnings: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not self.warnings


class KlaviClient:
    def __init__(self, partner: str, token: str, base_url: str = KLAVI_URL) -> None:
        self.partner, self.token = partner, token
        self._url = urlsplit(base_url)
        self._cache: dict[str, tuple[float, Report]] = {}

    def _connection(self) -> http.client.HTTPConnection:
        klass = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        return klass(self._url.netloc, timeout=40)

    def _request(self, path: str, **params: Any) -> tuple[str, dict[str, Any]]:
        for attempt in range(3):
            conn = self._connection()
            try:
                conn.request("GET", path + "?" + urlencode(params),
                             headers={"Partner-Code": self.partner, "Partner-Token": self.token})
                doc = json.loads(conn.getresponse().read())
                return str(doc.get("code", "")), doc
            except (ConnectionError, http.client.BadStatusLine):
                if attempt == 2:
                    raise
                logger.warning("klavi connection dropped, attempt %s", attempt + 1)
                time.sleep(2)
            finally:
                conn.close()
        raise AssertionError("unreachable")

    def report(self, link_id: str) -> Report:
        cached = self._cache.get(link_id)
        if cached and cached[0] > time.monotonic():
            return cached[1]
        code, doc = self._request("/data/v1/report", link=link_id)
        if code != "200" and code not in PARTIAL:
            raise KlaviError.from_response(code, doc)
        report = Report(doc.get("data") or {})
        if code in PARTIAL:
            report.warnings.append(PARTIAL[code])
        else:
            self._cache[link_id] = (time.monotonic() + CACHE_TTL, report)
        return report
