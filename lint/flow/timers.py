"""What is left for later: a function that a timer or an event loop calls after so many seconds."""

from __future__ import annotations

from typing import Any, Final

from .core import Args, Kwargs
from .state import DictObj, State
from .values import NONE, Const, Func, Lam, Made, Method, Partial, Ref, Value

TIMER: Final = "threading.Timer"
LATER: Final = frozenset({"call_later", "callLater"})
"""Methods of event loops that take seconds, a function, and its arguments."""


def after_a_while(it: Any, func: Value, last: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> bool:
    """Whether a call after a request leaves a function of the project for later. Who leaves it goes on beside it; what
    it asks is asked after the seconds, and how it ends nobody sees."""
    left = _left(it, func, last, args, kwargs, st) if st.sent else None
    if left is None:
        return False
    seconds, what, given, named = left
    later = st.fork()
    it.sleep(later, seconds, site)
    it.endless += [(end, None) for end, _ in it.call(what, given, named, later, None, site)]
    return True


def _left(
    it: Any, func: Value, last: str, args: Args, kwargs: Kwargs, st: State
) -> tuple[Value, Value, Args, Kwargs] | None:
    """The seconds, the function, and what it is given."""
    if last in LATER and len(args) > 1 and _is_own(args[1]):
        return args[0], args[1], args[2:], kwargs
    if last != "start" or not isinstance(func, Method) or not isinstance(func.recv, Made) or func.recv.name != TIMER:
        return None
    timer = func.recv
    held = [timer.get(place, name) for place, name in enumerate(("interval", "function", "args", "kwargs"))]
    if held[0] is None or held[1] is None or not _is_own(held[1]):
        return None
    given, more = it.items_of(st, held[2]) if held[2] not in (None, NONE) else ([], False)
    if given is None or more:
        return None
    named = it.obj(st, held[3]) if isinstance(held[3], Ref) else None
    pairs = named.items if isinstance(named, DictObj) else ()
    return held[0], held[1], list(given), [(k.v, v) for k, v in pairs if isinstance(k, Const)]


def _is_own(func: Value) -> bool:
    return isinstance(func, (Func, Lam)) or (isinstance(func, Partial) and _is_own(func.func))
