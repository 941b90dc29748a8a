from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from retrying import retry_soft


@dataclass
class FlanksFailure(Exception):
    status: int
    code: int | None
    text: str

    def __str__(self) -> str:
        return f"flanks said {self.text!r}"


class FlanksConnector:
    name = "flanks"

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @retry_soft(times=4, pause=90)
    def load(self, dataset: str, credentials_token: str) -> list[dict[str, Any]]:
        reply = self.session.post(
            f"{self.base_url}/v0/bank/{dataset}", json={"credentials_token": credentials_token}, timeout=30
        )
        body = reply.json()
        if reply.status_code != 200 or "error_code" in body:
            raise FlanksFailure(reply.status_code, body.get("error_code"), str(body.get("error")))
        return body[dataset]
