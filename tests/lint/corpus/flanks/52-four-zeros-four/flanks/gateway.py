from __future__ import annotations

import enum
from typing import Any

import httpx

from . import codes


class Next(enum.Enum):
    SHOW = "show"
    LATER = "later"
    TOMORROW = "tomorrow"
    ASK_USER = "ask-user"
    BUG = "bug"


class Gateway:
    """One question, one answer: what to do next with a credential."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def overview(self, credentials_token: str) -> tuple[Next, dict[str, Any]]:
        reply = self.client.post("/v0/bank/summary", json={"credentials_token": credentials_token})
        body = reply.json()
        if reply.status_code in (401, 405, 415) or reply.is_server_error:
            return Next.BUG, body
        return self._decide(body.get("error_code")), body

    @staticmethod
    def _decide(code: int | None) -> Next:
        if code in codes.USER_ACTION:
            return Next.ASK_USER
        if code in codes.TRY_LATER:
            return Next.LATER
        if code in codes.REVIEW:
            return Next.TOMORROW
        if code in codes.BROKEN:
            return Next.BUG
        return Next.SHOW
