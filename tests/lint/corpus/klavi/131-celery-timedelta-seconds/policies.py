"""When the crawler queue may come back to a link."""
from __future__ import annotations

from datetime import timedelta

import attrs


@attrs.define(frozen=True)
class Pause:
    span: timedelta
    times: int

    @property
    def countdown(self) -> int:
        return self.span.seconds


PAUSES: dict[int, Pause] = {
    403: Pause(timedelta(minutes=20), 3),
    406: Pause(timedelta(days=1), 2),
    414: Pause(timedelta(days=1), 2),
    415: Pause(timedelta(minutes=30), 4),
}
