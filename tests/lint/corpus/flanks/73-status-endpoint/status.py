"""Polls v0/credentials/status until nothing is pending, then reads."""
from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Protocol


class Caller(Protocol):
    def __call__(self, path: str, **fields: Any) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Budget:
    every: float = 20.0
    at_most: float = 900.0


class TooSlow(Exception):
    def __init__(self, status: dict[str, Any]) -> None:
        super().__init__("extraction did not finish in time")
        self.status = status


def wait_until_created(call: Caller, credentials_token: str, budget: Budget = Budget()) -> dict[str, Any]:
    deadline = time.monotonic() + budget.at_most
    while (status := call("/v0/credentials/status", credentials_token=credentials_token)).get("pending"):
        if time.monotonic() > deadline:
            raise TooSlow(status)
        time.sleep(budget.every)
    return status
