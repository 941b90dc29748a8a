"""HTTP plumbing."""

from __future__ import annotations

from typing import Any, NamedTuple

import httpx

from _errors import error_from

BASE_URL = "https://api.flanks.io"


class Reply(NamedTuple):
    """Status and body of a reply that is not an error."""

    status: int
    body: dict[str, Any]


async def post(http: httpx.AsyncClient, path: str, payload: dict[str, Any]) -> Reply:
    """Post JSON and raise for everything but 200 and 202."""
    response = await http.post(path, json=payload)
    try:
        body = response.json()
    except ValueError:
        body = {"error": response.text[:200]}
    if not isinstance(body, dict):
        body = {"error": "unexpected body"}
    if response.status_code not in (200, 202) or "error" in body:
        raise error_from(response.status_code, body)
    return Reply(response.status_code, body)
