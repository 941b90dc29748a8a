"""The virtual clock in trio: its system clock jumps to the next deadline when our server says that nothing is in
flight and a short real look found nothing either (a thread of trio's may be about to report)."""

from __future__ import annotations

import math
import sys
from typing import Any, Final

from . import clock

_LOOKED: Final[dict[int, float]] = {}


def install() -> None:
    """Patch trio's system clock once, where trio is used at all."""
    run: Any = sys.modules.get("trio._core._run")
    system: Any = getattr(run, "SystemClock", None)
    real = getattr(system, "deadline_to_sleep_time", None)
    if real is None or hasattr(real, "errpact"):
        return

    def deadline_to_sleep_time(self: Any, deadline: float) -> float:
        left = float(real(self, deadline))
        current = clock.active()
        if current is None or left <= 0 or math.isinf(deadline):
            return left
        if current.quiesce() or _LOOKED.get(id(self)) != current.offset:
            _LOOKED[id(self)] = current.offset
            return min(left, clock.GRACE)
        current.advance(left)
        return 0.0

    deadline_to_sleep_time.errpact = True  # type: ignore[attr-defined] # a mark for this function itself
    system.deadline_to_sleep_time = deadline_to_sleep_time
