from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import httpx


@dataclass(slots=True)
class BrickProblem(Exception):
    status: int
    code: str | None
    title: str
    detail: str
    interaction_id: str | None = None

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.code or '-'}: {self.title} {self.detail}".strip()

    @classmethod
    def from_response(cls, response: httpx.Response) -> Self:
        body = decode(response)
        return cls(
            status=response.status_code,
            code=body.get("code") or body.get("error") or None,
            title=str(body.get("title") or body.get("message") or response.reason_phrase),
            detail=str(body.get("detail") or body.get("error_description") or ""),
            interaction_id=response.request.headers.get("x-fapi-interaction-id"),
        )


def decode(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {"message": response.text[:300]}
    return body if isinstance(body, dict) else {"message": str(body)[:300]}
