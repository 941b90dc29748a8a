"""Finds out which customers must link their bank again."""
from __future__ import annotations

from dataclasses import dataclass

import httpx

from codes import SynapseCode


class RefreshFailed(Exception):
    def __init__(self, code: SynapseCode | str, body: dict) -> None:
        super().__init__(str(code))
        self.code = code
        self.body = body


@dataclass
class Verdict:
    node: str
    relink: bool
    balance: float | None


def check(http: httpx.Client, user: str, node: str) -> Verdict:
    body = http.patch(f"/users/{user}/nodes/{node}", params={"resync": "BALANCE"}).json()
    code = SynapseCode.of(body)
    if code is SynapseCode.OK:
        return Verdict(node, False, body.get("info", {}).get("balance", {}).get("amount"))
    if code is SynapseCode.AUTH:
        return Verdict(node, True, None)
    raise RefreshFailed(code, body)


def to_relink(http: httpx.Client, pairs: list[tuple[str, str]]) -> list[str]:
    return [verdict.node for user, node in pairs if (verdict := check(http, user, node)).relink]
