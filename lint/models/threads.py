"""Threads and processes of one's own: what they do is done where they are started; what it raises stays there."""

from __future__ import annotations

from typing import Any, Final

from ..flow.classes import ClassInfo
from ..flow.core import Args, Found, Kwargs
from ..flow.state import DictObj, Inst, State
from ..flow.values import NONE, Cls, Const, Func, Lam, Made, Partial, Ref, Thrown, Value

THREADS: Final = frozenset({"threading.Thread", "multiprocessing.Process", "multiprocessing.context.Process"})


def made_thread_method(
    it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`Thread(target=work, args=(link,)).start()`."""
    if recv.name not in THREADS or name not in ("start", "join", "run"):
        return None
    target = recv.get(1, "target")
    if name == "join" or not isinstance(target, (Func, Lam, Partial)):
        return [(st, NONE)] if name == "join" else None
    passed = recv.get(3, "args")
    given, more = it.items_of(st, passed) if passed not in (None, NONE) else ([], False)
    named = it.obj(st, recv.get(4, "kwargs")) if isinstance(recv.get(4, "kwargs"), Ref) else None
    pairs = named.items if isinstance(named, DictObj) else ()
    if given is None or more:
        return None
    return _done(it, target, given, [(k.v, v) for k, v in pairs if isinstance(k, Const)], st, site)


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
    return name in ("start", "join") and bool(info.outside() & THREADS)


def _done(it: Any, func: Value, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    found: Found = []
    for end, value in it.call(func, args, kwargs, st, None, site):
        if isinstance(value, Thrown):
            end.certain = False  # a hook may tell somebody
            end.note("catch", site)
        found.append((end, NONE))
    return found
