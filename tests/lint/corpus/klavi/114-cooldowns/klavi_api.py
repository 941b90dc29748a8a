from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from typing import Any

log = logging.getLogger(__name__)


class KlaviApi:
    def __init__(self, token: str, base_url: str = "https://open.klavi.ai", timeout: float = 60) -> None:
        self._token = token
        self._base = base_url
        self._timeout = timeout

    def request(self, path: str, payload: dict[str, Any]) -> tuple[int, str, Any]:
        """Returns code, message and data of the envelope."""
        request = urllib.request.Request(
            self._base + path,
            data=json.dumps(payload).encode(),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
        )
        try:
            raw = self._open(request)
        except ConnectionRefusedError as exc:
            log.info("first connect refused (%s), once more", exc)
            raw = self._open(request)
        envelope = json.loads(raw)
        return int(envelope["code"]), envelope.get("message", ""), envelope.get("data")

    def _open(self, request: urllib.request.Request) -> bytes:
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                return response.read()
        except urllib.error.HTTPError as exc:
            return exc.read()
        except urllib.error.URLError as exc:
            if isinstance(exc.reason, ConnectionRefusedError):
                raise exc.reason
            raise
