from __future__ import annotations

import http.client
import json
import logging
import time
from typing import Any
from urllib.parse import urlsplit

from .errors import FlanksError

log = logging.getLogger("wealth.client")


class FlanksApi:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._token = token
        self._url = urlsplit(base_url)

    def _connect(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        return kind(self._url.netloc, timeout=60)

    def once(self, path: str, payload: dict[str, Any]) -> Any:
        connection = self._connect()
        try:
            connection.request(
                "POST",
                path,
                body=json.dumps(payload),
                headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
            )
            response = connection.getresponse()
            raw = response.read()
        finally:
            connection.close()
        log.info("%s -> %d", path, response.status)
        body = json.loads(raw)
        if response.status >= 400:
            raise FlanksError(response.status, body.get("error_code"), body.get("error", ""))
        return body

    def post(self, path: str, payload: dict[str, Any]) -> Any:
        tries = 0
        while True:
            tries += 1
            try:
                return self.once(path, payload)
            except FlanksError as exc:
                wait = exc.wait
                if wait is None or tries > wait.times:
                    raise
                log.info("%s; asking again in %ds", exc, wait.seconds)
                time.sleep(wait.seconds)
