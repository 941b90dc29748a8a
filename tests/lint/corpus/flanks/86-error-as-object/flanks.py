from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from errors import IntegrationError, find_code


@dataclass(frozen=True)
class Holder:
    name: str
    document: str


class FlanksHolders:
    endpoint = "https://api.flanks.io/v0/bank/holder"

    def __init__(self, token: str, endpoint: str | None = None) -> None:
        self.endpoint = endpoint or self.endpoint
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    def _fetch(self, **query: Any) -> dict[str, Any]:
        body = self.session.post(self.endpoint, json=query, timeout=30).json()
        if (code := find_code(body)) is not None:
            raise IntegrationError("flanks", code, body)
        return body

    def holders(self, credentials_token: str) -> list[Holder]:
        rows = self._fetch(credentials_token=credentials_token).get("holders") or []
        return [Holder(row.get("name", ""), row.get("document", "")) for row in rows]

    def is_holder(self, credentials_token: str, document: str) -> bool:
        return any(holder.document == document for holder in self.holders(credentials_token))
