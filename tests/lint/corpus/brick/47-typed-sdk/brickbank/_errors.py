from __future__ import annotations

from typing import Any

import httpx


class BrickBankError(Exception):
    def __init__(self, status: int, text: str, interaction_id: str | None) -> None:
        super().__init__(f"HTTP {status}: {text} (x-fapi-interaction-id {interaction_id})")
        self.status = status
        self.interaction_id = interaction_id


class ApiError(BrickBankError):
    """The default envelope: ``code``, ``title`` and ``detail``."""

    def __init__(self, status: int, code: str, title: str, detail: str, interaction_id: str | None) -> None:
        super().__init__(status, f"{code} ({title}) {detail}", interaction_id)
        self.code = code
        self.title = title
        self.detail = detail


class TokenError(BrickBankError):
    """The authentication layer refused the call before it reached the API."""


class RouteError(BrickBankError):
    """The API gateway has no such route."""


class StillProcessing(BrickBankError):
    pass


def failure_of(response: httpx.Response) -> BrickBankError | None:
    status = response.status_code
    interaction = response.headers.get("x-fapi-interaction-id")
    if status == 202:
        return StillProcessing(status, "accepted, not concluded", interaction)
    if status in (200, 201, 203, 204):
        return None
    try:
        body: Any = response.json()
    except ValueError:
        body = {}
    match body:
        case {"code": str(code), **rest}:
            return ApiError(status, code, rest.get("title", ""), rest.get("detail", ""), interaction)
        case {"error": str(error), **rest}:
            return TokenError(status, f"{error}: {rest.get('error_description', '')}", interaction)
        case {"message": str(message)}:
            return RouteError(status, message, interaction)
        case _:
            return BrickBankError(status, response.text[:200], interaction)
