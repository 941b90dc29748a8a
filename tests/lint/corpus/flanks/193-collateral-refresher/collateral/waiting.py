"""Waiting for the extraction to finish, as a policy."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from collateral.result import Fault, Reason, Result

T = TypeVar("T")
log = logging.getLogger("collateral.waiting")


@dataclass(frozen=True, slots=True)
class UntilExtracted:
    interval: float = 30.0
    checks: int = 10

    def __call__(self, ask: Callable[[], Result[T]]) -> Result[T]:
        answer = ask()
        for check in range(2, self.checks + 1):
            match answer:
                case Fault(reason=Reason.PROCESSING):
                    log.debug("extraction.running", extra={"check": check, "in": self.interval})
                    time.sleep(self.interval)
                    answer = ask()
                case _:
                    break
        return answer
