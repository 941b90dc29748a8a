"""The other aggregator: public token in, item id out."""
from __future__ import annotations

import httpx

from .base import LinkError, LoginRequest

SOFT = {"INSTITUTION_DOWN", "INSTITUTION_NOT_RESPONDING", "PLANNED_MAINTENANCE"}


class PlaidLinker:
    name = "plaid"

    def __init__(self, client_id: str, secret: str, base_url: str = "https://production.plaid.com") -> None:
        self._keys = {"client_id": client_id, "secret": secret}
        self._http = httpx.Client(base_url=base_url, timeout=30)

    def link(self, req: LoginRequest) -> list[str]:
        resp = self._http.post("/item/public_token/exchange", json={**self._keys, "public_token": req.public_token})
        body = resp.json()
        if resp.is_success:
            return [body["item_id"]]
        raise LinkError(
            self.name,
            body["error_code"],
            body.get("error_message", ""),
            retryable=body["error_code"] in SOFT,
            needs_user=body["error_code"] == "ITEM_LOGIN_REQUIRED",
        )
