from __future__ import annotations

import logging
from typing import Any

import requests

from .errors import KlaviError

logger = logging.getLogger("klavi.client")


class KlaviClient:
    def __init__(self, access_token: str, base_url: str = "https://open.klavi.ai") -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {access_token}"})

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.session.post(self.base_url + path, json=payload, timeout=60)
        body = response.json()
        code = int(body["code"])
        logger.info("klavi %s answered %d", path, code)
        if code // 100 != 2:
            raise KlaviError(code, body.get("message", ""))
        return body["data"]
