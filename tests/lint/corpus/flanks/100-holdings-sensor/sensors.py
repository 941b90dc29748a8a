from __future__ import annotations

import logging
import time
from datetime import timedelta
from typing import Any

from flanks_hook import FlanksFailure, FlanksHook

log = logging.getLogger(__name__)


class Reschedule(Exception):
    def __init__(self, after: timedelta, reason: Exception) -> None:
        super().__init__(f"again in {after}: {reason}")
        self.after = after
        self.reason = reason


class BaseSensor:
    max_pokes = 12

    def poke(self, context: dict[str, Any]) -> Any:
        raise NotImplementedError

    def execute(self, context: dict[str, Any]) -> Any:
        for poke in range(1, self.max_pokes + 1):
            try:
                return self.poke(context)
            except Reschedule as later:
                if poke == self.max_pokes:
                    raise later.reason
                log.info("poke %d: %s", poke, later)
                time.sleep(later.after.total_seconds())


class HoldingsSensor(BaseSensor):
    """Waits for the holdings of a credential and hands them to the next task."""

    def __init__(self, hook: FlanksHook) -> None:
        self.hook = hook

    def poke(self, context: dict[str, Any]) -> Any:
        try:
            return self.hook.run("/v0/bank/credentials/investment", {"credentials_token": context["token"]})
        except FlanksFailure as failure:
            if failure.code is None or failure.code == 20001:
                raise
            family = failure.code // 10000
            if family == 2:
                raise Reschedule(timedelta(minutes=2), failure)
            if family == 5:
                raise Reschedule(timedelta(hours=1), failure)
            raise
