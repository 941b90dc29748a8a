"""Work handed to tasks and pools: it is run where it is handed over, its result or error is kept until asked for."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.futures import FAILED, FUTURE, GROUPS, STARTERS, future, unwrapped
from ..flow.state import Inst, ListObj, State
from ..flow.values import NONE, Ext, Made, Ref, Thrown, Tup, Unk, Value
from .iterables import map_filter
from .table import model

POOLS: Final = (
    "concurrent.futures.ThreadPoolExecutor", "concurrent.futures.ProcessPoolExecutor",
    "multiprocessing.pool.ThreadPool", "multiprocessing.Pool", "multiprocessing.dummy.Pool",
)  # fmt: skip


@model("asyncio.create_task", "asyncio.ensure_future", "asyncio.run_coroutine_threadsafe")
def create_task(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A coroutine runs where it is made."""
    return [(st, future(args[0] if args else NONE))]


@model(*GROUPS)
def group(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A group of tasks; what they raise is raised where it ends."""
    return [(st, it.alloc(st, Inst(Ext(name), {FAILED: Tup(())})))]


def group_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """A task that a group starts runs where it is started; anyio and trio are given the function, not the coroutine."""
    if not isinstance(obj.cls, Ext) or obj.cls.name not in GROUPS or name not in STARTERS or not args:
        return None
    called = name == "start_soon"
    ran = it.call(args[0], args[1:], [], st, None, site) if called else it.by_part(st, args[0])
    found: Found = []
    for s, outcome in ran:
        error = unwrapped(outcome)
        if isinstance(error, Thrown):
            held = it.obj(s, ref).attrs[FAILED]
            s.heap[ref.id] = Inst(obj.cls, {**it.obj(s, ref).attrs, FAILED: Tup((*held.items, error.exc))}, obj.args)
        found.append((s, future(outcome)))
    return found


@model("asyncio.gather")
def gather(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """All results; the first error unless they are wanted as values."""
    several = [a for a in args if isinstance(a, Unk) and isinstance(a.key, tuple) and a.key[:1] == ("star",)]
    results = [unwrapped(a) for a in args if a not in several]
    failed = next((r for r in results if isinstance(r, Thrown)), None)
    if failed is not None and not any(k == "return_exceptions" for k, _ in kwargs):
        return [(st, failed)]
    values = tuple(r.exc if isinstance(r, Thrown) else r for r in results)
    return [(st, it.alloc(st, ListObj(values, bool(several))))]


@model("asyncio.as_completed", "concurrent.futures.as_completed")
def as_completed(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The futures themselves, in some order."""
    return [(st, args[0] if args else NONE)]


@model("asyncio.wait", "concurrent.futures.wait")
def wait(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """(done, pending)."""
    return [(st, Tup((args[0] if args else NONE, it.alloc(st, ListObj(())))))]


def future_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """Methods of futures, pools and task groups."""
    if recv.name == FUTURE and recv.args:  # else one that the program made, and sets
        return _asked(recv.args[0], name, st)
    if name in STARTERS and args:
        return [(st, future(args[0]))]
    if recv.name not in POOLS or not args:
        return None
    if name in ("submit", "apply_async"):
        given, named = list(args[1:]), list(kwargs)
        if name == "apply_async":
            known, _ = it.items_of(st, args[1]) if len(args) > 1 else ([], False)
            given, named = list(known or []), []
        return [(s, future(v)) for s, v in it.call(args[0], given, named, st, None, site)]
    if name in ("map", "imap", "imap_unordered"):
        mapped: Found = map_filter(it, st, args, kwargs, site, "builtins.map")
        return mapped
    return None


def _asked(outcome: Value, name: str, st: State) -> Found | None:
    if name in ("result", "get", "__await__"):
        return [(st, outcome)]
    if name == "exception":
        return [(st, outcome.exc if isinstance(outcome, Thrown) else NONE)]
    if name in ("add_done_callback", "cancel", "set_name"):
        return [(st, NONE)]
    return None
