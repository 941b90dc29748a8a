"""Threads and timers: what a thread does is done where it is started, and what it raises stays there; what a timer or
an event loop calls after so many seconds is asked after them, beside who left it for later."""

from __future__ import annotations

from typing import Any, Final

from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Inst, State
from ..flow.values import NONE, Cls, Const, Func, Lam, Made, Method, Partial, Ref, Thrown, Value

THREAD: Final = "threading.Thread"
TIMER: Final = "threading.Timer"
LATER: Final = frozenset({"call_later", "callLater"})
"""Methods of event loops that take seconds, a function, and its arguments."""


def made_thread_method(
    it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`Thread(target=work, args=(link,)).start()`."""
    if recv.name != THREAD or name not in ("start", "join"):
        return None
    if name == "join":
        return [(st, NONE)]
    passed = _passed(it, recv.get(1, "target"), recv.get(3, "args"), recv.get(4, "kwargs"), st)
    return None if passed is None else _done(it, *passed, st, site)


def thread_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """A class of the project that is a thread: `start` does what its `run` says."""
    if not isinstance(obj.cls, Cls) or not inherits(obj.cls.info, name):
        return None
    run = obj.cls.info.lookup("run")
    if name == "join" or run is None:
        return [(st, NONE)]
    return _done(it, it.bind(run[0], ref, run[1]), [], [], st, site)


def inherits(info: ClassInfo, name: str) -> bool:
    """Whether a class of the project has a method from what starts a thread."""
    return name in ("start", "join") and THREAD in info.outside()


def left_for_later(it: Any, func: Value, last: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> bool:
    """Whether a call after a request leaves a function of the project for later: `Timer(60, work, (link,)).start()`,
    `loop.call_later(60, work, link)`. How that ends nobody sees."""
    if not st.sent:
        return False
    timer = func.recv if last == "start" and isinstance(func, Method) else None
    if isinstance(timer, Made) and timer.name == TIMER:
        seconds = timer.get(0, "interval")
        passed = _passed(it, timer.get(1, "function"), timer.get(2, "args"), timer.get(3, "kwargs"), st)
    elif last in LATER and len(args) > 1 and _is_own(args[1]):
        seconds, passed = args[0], (args[1], args[2:], kwargs)
    else:
        return False
    if seconds is None or passed is None:
        return False
    later = st.fork()
    it.sleep(later, seconds, site)
    it.endless += [(end, None) for end, _ in it.call(*passed, later, None, site)]
    return True


def _passed(
    it: Any, func: Value | None, args: Value | None, kwargs: Value | None, st: State
) -> tuple[Value, Args, Kwargs] | None:
    """A function of the project with the arguments that it is given as a tuple and a dict; None if not all is known."""
    given, more = it.items_of(st, args) if args not in (None, NONE) else ([], False)
    if func is None or not _is_own(func) or given is None or more:
        return None
    named = it.obj(st, kwargs) if isinstance(kwargs, Ref) else None
    pairs = named.items if isinstance(named, DictObj) else ()
    return func, list(given), [(k.v, v) for k, v in pairs if isinstance(k, Const)]


def _is_own(func: Value) -> bool:
    return isinstance(func, (Func, Lam)) or (isinstance(func, Partial) and _is_own(func.func))


def _done(it: Any, func: Value, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    found: Found = []
    for end, value in it.call(func, args, kwargs, st, None, site):
        if isinstance(value, Thrown):
            end.certain = False  # a hook may tell somebody
            end.note("catch", site)
        found.append((end, NONE))
    return found
