from __future__ import annotations

from enum import Enum
from typing import Any, Mapping


class Outcome(str, Enum):
    FRESH = "fresh"
    PENDING = "waits for an action"
    RELINK = "relink"
    UNSUPPORTED = "unsupported"
    BANK_DOWN = "bank down"
    UNKNOWN = "unknown refresh error"
    FAILED = "failed"

    @classmethod
    def of(cls, http_code: int, body: Mapping[str, Any]) -> Outcome:
        return TABLE.get(f"{http_code}/{body.get('error_code')}", cls.FAILED)


TABLE = {
    "200/0": Outcome.FRESH,
    "202/10": Outcome.PENDING,
    "401/110": Outcome.RELINK,
    "400/410": Outcome.UNSUPPORTED,
    "503/503": Outcome.BANK_DOWN,
    "500/500": Outcome.UNKNOWN,
}


class Tally:
    """The last word on every node."""

    def __init__(self) -> None:
        self._nodes: dict[str, tuple[Outcome, Mapping[str, Any]]] = {}

    def put(self, node: str, outcome: Outcome, body: Mapping[str, Any]) -> None:
        self._nodes[node] = outcome, body

    def __getitem__(self, outcome: Outcome) -> dict[str, Mapping[str, Any]]:
        return {node: body for node, (found, body) in self._nodes.items() if found is outcome}

    def __str__(self) -> str:
        return "\n".join(
            f"{outcome.value:<24}{node:<28}{body.get('error_code', '')} {body.get('error', '')}"
            for node, (outcome, body) in self._nodes.items()
        )
