"""HTTP gateway to Flanks (urllib3, no resends of its own)."""
from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Protocol

import urllib3

from flanks_errors import FlanksException, Refusal


class PositionGateway(Protocol):
    def query(self, path: str, criteria: Mapping[str, Any]) -> Any: ...


class FlanksGateway:
    def __init__(self, base_url: str | None = None, access_token: str | None = None) -> None:
        self._base_url = base_url or os.environ.get("FLANKS_URL", "https://api.flanks.io")
        self._pool = urllib3.PoolManager(
            retries=False,
            timeout=urllib3.Timeout(connect=5.0, read=60.0),
            headers={
                "Authorization": f"Bearer {access_token or os.environ.get('FLANKS_ACCESS_TOKEN', '')}",
                "Content-Type": "application/json",
                "Accept": "application/json",
            },
        )

    def query(self, path: str, criteria: Mapping[str, Any]) -> Any:
        reply = self._pool.request("POST", self._base_url + path, body=json.dumps(criteria).encode("utf-8"))
        text = reply.data.decode("utf-8", errors="replace")
        try:
            document = json.loads(text)
        except json.JSONDecodeError:
            document = None
        members = document if isinstance(document, dict) else {}
        error_code = members.get("error_code")
        if reply.status != 200 or error_code is not None or document is None:
            description = members.get("error") or members.get("message") or ""
            raise FlanksException(Refusal(reply.status, error_code, str(description), text))
        return document
