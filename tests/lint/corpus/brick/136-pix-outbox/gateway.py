"""The one place that talks HTTP to Brick Bank."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass(frozen=True)
class Reply:
    status: int
    code: str
    detail: str
    body: dict[str, Any] = field(default_factory=dict)
    interaction_id: str = ""

    @classmethod
    def of(cls, response: httpx.Response) -> "Reply":
        try:
            parsed = response.json()
        except ValueError:
            parsed = None
        body = parsed if isinstance(parsed, dict) else {"raw": response.text[:500]}
        return cls(
            status=response.status_code,
            code=body.get("code") or body.get("error") or "",
            detail=body.get("detail") or body.get("error_description") or body.get("message") or "",
            body=body,
            interaction_id=response.headers.get("x-fapi-interaction-id", ""),
        )


class BrickGateway:
    def __init__(self, base_url: str, token: str) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(60.0, connect=5.0),
        )

    def initiate(self, payload: dict[str, Any], key: str) -> Reply:
        return Reply.of(self._http.post("/payments/pix", json=payload, headers={"x-idempotency-key": key}))

    def close(self) -> None:
        self._http.close()
