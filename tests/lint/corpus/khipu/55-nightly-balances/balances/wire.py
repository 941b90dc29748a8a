"""The thinnest thing that can talk to Khipu: http.client and json."""
from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit


class KhipuWire:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        parts = urlsplit(base_url)
        self._secure = parts.scheme == "https"
        self._netloc = parts.netloc
        self._prefix = parts.path.rstrip("/")
        self._token = token

    def _connect(self) -> http.client.HTTPConnection:
        cls = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        return cls(self._netloc, timeout=120)

    def post(self, path: str, payload: dict) -> dict:
        conn = self._connect()
        try:
            conn.request(
                "POST",
                self._prefix + path,
                body=json.dumps(payload),
                headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
            )
            return json.loads(conn.getresponse().read())
        finally:
            conn.close()
