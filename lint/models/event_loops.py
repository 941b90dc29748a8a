"""asyncio's event loops, as far as somebody holds one: their clock, and what they run."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import EPOCH, State
from ..flow.values import NONE, Const, Made

MAKERS: Final = ("get_event_loop", "get_running_loop", "new_event_loop")


def loop_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """`asyncio.get_running_loop().time()`."""
    if not recv.name.endswith(MAKERS):
        return None
    if name == "time":
        return [(st, Const(EPOCH + st.clock))]
    if name == "run_until_complete":
        return [(st, args[0] if args else NONE)]
    if name == "run_in_executor" and len(args) > 1:
        found: Found = it.call(args[1], args[2:], kwargs, st, None, site)
        return found
    return None
