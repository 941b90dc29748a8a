from __future__ import annotations

from typing import Any

import requests


class BrickReply(Exception):
    """A reply other than 200 or 201."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body

    @property
    def code(self) -> str:
        return self.body.get("code") or self.body.get("error") or ""


def get(base_url: str, token: str, path: str, consent_id: str) -> dict[str, Any]:
    r = requests.get(
        base_url + path, headers={"Authorization": f"Bearer {token}", "x-consent-id": consent_id}, timeout=30
    )
    body = r.json()
    if r.status_code not in (200, 201):
        raise BrickReply(r.status_code, body)
    return body["data"]
