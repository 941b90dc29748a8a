from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from codes import UpdateCode

SERVICE = "https://api.klavi.ai"


class UpdateFailed(Exception):
    """Klavi refused to change the connection."""

    def __init__(self, code: UpdateCode) -> None:
        super().__init__(f"update refused: {code.name.lower()}")
        self.code = code


class FeatureMissing(UpdateFailed):
    """Our contract with Klavi doesn't include automatic updates."""


class UpdateApi:
    def __init__(self, partner_code: str, partner_token: str, service: str = SERVICE) -> None:
        parts = urlsplit(service)
        self._secure = parts.scheme == "https"
        self._netloc = parts.netloc
        self._headers = {
            "Content-Type": "application/json",
            "X-Partner-Code": partner_code,
            "X-Partner-Token": partner_token,
        }

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        kind = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = kind(self._netloc, timeout=20)
        try:
            connection.request("POST", path, json.dumps(payload), self._headers)
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def allow(self, connection_key: str, allowed: bool) -> None:
        body = self._post(
            "/open-data/v1/user-data/update",
            {"connectionKey": connection_key, "allowAutoUpdate": allowed},
        )
        code = UpdateCode(body["code"])
        if code is UpdateCode.OK:
            return
        if code is UpdateCode.NO_PERMISSION:
            raise FeatureMissing(code)
        raise UpdateFailed(code)
