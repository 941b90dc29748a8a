from __future__ import annotations

from typing import Any

import requests


class SynapseHttpError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        super().__init__(body.get("error", {}).get("en", "SynapseFI error"))


class SynapseHttp:
    def __init__(self, session: requests.Session, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.session = session
        self.base_url = base_url

    def patch(self, path: str, **params: str) -> dict[str, Any]:
        body = self.session.patch(self.base_url + path, params=params, timeout=100).json()
        if body.get("error_code", "0") != "0":
            raise SynapseHttpError(body)
        return body
