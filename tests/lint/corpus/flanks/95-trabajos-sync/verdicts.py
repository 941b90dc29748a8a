from __future__ import annotations

from typing import Any, NamedTuple

MINUTE = 60.0
DAY = 24 * 60 * MINUTE


class Verdict(NamedTuple):
    state: str
    again_in: float | None = None
    payload: Any = None


def judge(code: int | None) -> Verdict:
    match code:
        case 20002:
            return Verdict("processing", again_in=1 * MINUTE)
        case 20003:
            return Verdict("security-check", again_in=2 * DAY)
        case int(n) if 50001 <= n <= 50002:
            return Verdict("bank-down", again_in=20 * MINUTE)
        case 50002:
            return Verdict("ask-credentials")
        case 50003:
            return Verdict("ask-2fa")
        case _:
            return Verdict("provider-error")
