from __future__ import annotations

from typing import Any

import httpx


class BrickError(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"[{status}/{code}] {detail}")
        self.status = status
        self.code = code
        self.detail = detail


class ConsentNotReady(Exception):
    def __init__(self, consent_id: str, state: str) -> None:
        super().__init__(f"{consent_id} is {state}")
        self.state = state


def body_of(response: httpx.Response) -> dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {}


def error_from(response: httpx.Response) -> BrickError:
    match body_of(response):
        case {"code": str(code), "detail": str(detail)} if code:
            return BrickError(response.status_code, code, detail)
        case {"error": str(error), "error_description": str(text)}:
            return BrickError(response.status_code, error, text)
        case {"message": str(text)}:
            return BrickError(response.status_code, "", text)
        case _:
            return BrickError(response.status_code, "", response.reason_phrase)
