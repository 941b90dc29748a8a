from __future__ import annotations

from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import Any, NamedTuple


class TokenState(Enum):
    USABLE = 1
    DELAYED = 2
    REFUSED = 3


class TokenReply(NamedTuple):
    state: TokenState
    http_status: int
    error_code: int | None
    token: str | None
    usable_from: datetime | None = None


def read(http_status: int, body: dict[str, Any], now: datetime | None = None) -> TokenReply:
    now = now or datetime.now(timezone.utc)
    code, token = body.get("error_code"), body.get("credentials_token")
    if http_status == 200 and code is None:
        return TokenReply(TokenState.USABLE, http_status, code, token, now)
    if http_status == 202 or code == 20003:
        return TokenReply(TokenState.DELAYED, http_status, code, token, now + timedelta(hours=48))
    return TokenReply(TokenState.REFUSED, http_status, code, None)
