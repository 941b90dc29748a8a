from __future__ import annotations

import os
from typing import Callable

from flanks_hook import FlanksHook
from sensors import HoldingsSensor


def wait_for_holdings(token: str) -> list[dict]:
    sensor = HoldingsSensor(FlanksHook(os.environ["FLANKS_TOKEN"]))
    return sensor.execute({"token": token})


def value(holdings: list[dict]) -> float:
    return sum(h["balance"] for h in holdings if h.get("balance") is not None)


PIPELINE: list[Callable] = [wait_for_holdings, value]


def run(token: str):
    result = token
    for step in PIPELINE:
        result = step(result)
    return result
