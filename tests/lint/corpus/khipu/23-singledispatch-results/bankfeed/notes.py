"""What the customer reads in the feed's status."""
from __future__ import annotations

from functools import singledispatch

from bankfeed.results import Rejected, Rows


@singledispatch
def note(result: object) -> str:
    raise TypeError(f"no note for {type(result).__name__}")


@note.register
def _(result: Rows) -> str:
    return f"{len(result.rows)} movements"


@note.register
def _(result: Rejected) -> str:
    if result.hours_to_wait is None:
        return f"stopped: {result.description} ({result.code})"
    return f"next try in {result.hours_to_wait} h ({result.code})"
