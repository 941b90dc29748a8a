from dataclasses import dataclass
from typing import Any

import httpx

from .settings import SyncSettings


@dataclass(frozen=True)
class Reply:
    code: int
    message: str
    data: dict[str, Any]


class KlaviGateway:
    def __init__(self, settings: SyncSettings) -> None:
        self._http = httpx.Client(
            base_url=settings.base_url,
            timeout=settings.timeout,
            headers={"Authorization": f"Bearer {settings.partner_token}"},
            transport=httpx.HTTPTransport(retries=1),
        )

    def connect(self, link_id: str) -> Reply:
        response = self._http.post(f"/data/v1/links/{link_id}/sync")
        body = response.json()
        return Reply(int(body["code"]), body.get("message") or "", body.get("data") or {})
