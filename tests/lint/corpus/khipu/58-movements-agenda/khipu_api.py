from __future__ import annotations

import logging
from typing import Any

import requests

from khipu_errors import KhipuHiccup, KhipuUnreadable, error_from

log = logging.getLogger(__name__)

BASE_URL = "https://api.khipu.com"


class KhipuApi:
    max_attempts = 3

    def __init__(self, token: str, base_url: str = BASE_URL, session: requests.Session | None = None) -> None:
        self._base_url = base_url.rstrip("/")
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def movements(self, bank: str, rut: str, password: str) -> dict[str, Any]:
        payload = {"Username": rut, "Password": password}
        attempt = 1
        while True:
            try:
                return self._call(f"/v1/cl/banks/{bank}/movements", payload)
            except KhipuHiccup as hiccup:
                if attempt >= self.max_attempts:
                    raise
                log.info("%s: %s, attempt %d", bank, hiccup, attempt)
                attempt += 1

    def _call(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(self._base_url + path, json=payload, timeout=120)
        try:
            document = response.json()
        except ValueError:
            raise KhipuUnreadable(response.status_code, response.text) from None
        if document["Status"] == "OK":
            return document["Data"]
        raise error_from(document)
