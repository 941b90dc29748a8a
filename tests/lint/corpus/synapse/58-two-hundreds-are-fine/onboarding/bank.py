from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx

from .state import BankState


@dataclass
class BankStep:
    state: BankState
    http_code: str = "200"
    error_code: str = "0"
    nodes: list[str] = field(default_factory=list)


def link_bank(http: httpx.Client, user_id: str, info: dict[str, str]) -> BankStep:
    body: dict[str, Any] = http.post(f"/users/{user_id}/nodes", json={"type": "ACH-US", "info": info}).json()
    http_code, error_code = body.get("http_code", "200"), body.get("error_code", "0")
    match http_code, error_code:
        case ("200" | "202", _):
            state = BankState.LINKED
        case ("402", "500"):
            state = BankState.LOCKED
        case ("503", _) | ("500", _):
            state = BankState.UNAVAILABLE
        case _:
            state = BankState.REFUSED
    return BankStep(state, http_code, error_code, [n["_id"] for n in body.get("nodes", [])])


def next_page(step: BankStep) -> str:
    return {
        BankState.LINKED: "/done",
        BankState.LOCKED: "/call-your-bank",
        BankState.UNAVAILABLE: "/later",
    }.get(step.state, "/check-your-login")
