from __future__ import annotations

import re
import time
from typing import Any

import urllib3

TEMPORARY = re.compile(r"not available|timed? ?out|no est[aá] disponible|temporarily", re.IGNORECASE)
BAD_LOGIN = ("clave incorrecta", "invalid password", "invalid credentials")


class KhipuError(Exception):
    def __init__(self, code: str, description: str) -> None:
        super().__init__(f"{code}: {description}")
        self.code = code
        self.description = description


class LoginRejected(KhipuError):
    pass


class KhipuClient:
    def __init__(self, token: str, root: str = "https://api.khipu.com", tries: int = 3) -> None:
        self.root = root
        self.tries = tries
        headers = {"Authorization": f"Bearer {token}"}
        self.pool = urllib3.PoolManager(headers=headers, retries=False, timeout=90)

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self.pool.request("POST", self.root + path, json=body).json()

    def run(self, path: str, body: dict[str, Any]) -> Any:
        left = self.tries
        while (reply := self._post(path, body))["Status"] == "ERROR":
            left -= 1
            code = reply["Error"]["Code"]
            description = reply["Error"]["Description"]
            if any(text in description.lower() for text in BAD_LOGIN):
                raise LoginRejected(code, description)
            if left == 0 or not TEMPORARY.search(description):
                raise KhipuError(code, description)
            time.sleep(5)
        return reply["Data"]
