from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from typing import Any

from app_errors import BankFailure, NotFound

log = logging.getLogger("klavi")


class KlaviService:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.token = token
        self.base_url = base_url

    def _read(self, path: str) -> dict[str, Any]:
        request = urllib.request.Request(self.base_url + path)
        request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.load(response)
        except urllib.error.HTTPError as exc:
            log.error("klavi answered HTTP %s", exc.code)
            raise

    def report(self, report_id: str | None) -> dict[str, Any]:
        if not report_id:
            raise NotFound("no report for this customer")
        body = self._read(f"/open-data/v1/reports/{report_id}")
        code, message = body["code"], body.get("message", "")
        if code != 200:
            log.warning("report %s: %s %s", report_id, code, message)
            raise BankFailure(code, message)
        return body["data"]
