"""Time and chance: sleeps, clocks, durations, random numbers."""

from __future__ import annotations

import datetime
from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import EPOCH, State
from ..flow.values import Const, Ext, Made
from .table import model


@model("time.sleep", "asyncio.sleep", "anyio.sleep", "trio.sleep", "gevent.sleep", "eventlet.sleep", "curio.sleep")
def sleep(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Time passes; what is no number of seconds is a TypeError."""
    found: Found = []
    for part, seconds in it.by_part(st, args[0] if args else (kwargs[0][1] if kwargs else Const(0))):
        if isinstance(seconds, Const) and not isinstance(seconds.v, (int, float)):
            found.append((part, it.throw(part, "builtins.TypeError", site)))
        else:
            found.extend(it.slept(part, seconds, site))
    return found


@model("time.time", "time.monotonic", "time.perf_counter", "anyio.current_time", "trio.current_time")
def clock(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The path's own clock."""
    return [(st, Const(EPOCH + st.clock))]


@model("time.time_ns", "time.monotonic_ns", "time.perf_counter_ns")
def clock_ns(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The same in nanoseconds."""
    return [(st, Const(int((EPOCH + st.clock) * 1_000_000_000)))]


UTC: Final = (Ext("datetime.timezone.utc"), Ext("datetime.UTC"))


@model("datetime.datetime.now", "datetime.datetime.utcnow")
def now(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The same clock as a date, so that what is due in a minute is waited for as long; unknown in an unknown zone."""
    zones = [*args, *(value for _, value in kwargs)]
    if zones and (len(zones) > 1 or zones[0] not in UTC):
        return [(st, Made(name, tuple(args), tuple(kwargs), it.fresh()))]
    date = datetime.datetime.fromtimestamp(EPOCH + st.clock, datetime.UTC)
    return [(st, Const(date if zones else date.replace(tzinfo=None)))]


@model("datetime.timedelta")
def timedelta(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A known duration."""
    values = [*args, *(v for _, v in kwargs)]
    if all(isinstance(v, Const) for v in values):
        try:
            return [
                (
                    st,
                    Const(
                        datetime.timedelta(
                            *(a.v for a in args if isinstance(a, Const)),
                            **{k: v.v for k, v in kwargs if isinstance(v, Const)},
                        )
                    ),
                )
            ]
        except (TypeError, OverflowError):
            pass
    return [(st, Made("datetime.timedelta", tuple(args), tuple(kwargs)))]


@model("random.uniform", "random.randint", "random.randrange")
def random_between(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The lower end: waits are judged by the least they can be."""
    if args and all(isinstance(a, Const) and isinstance(a.v, (int, float)) for a in args):
        low = args[0].v if len(args) > 1 else 0  # type: ignore[attr-defined]  # all are Const
        return [(st, Const(min(low, args[1].v) if len(args) > 1 else low))]  # type: ignore[attr-defined]  # scalars only
    return [(st, Made(name, tuple(args), serial=it.fresh()))]


@model("random.random")
def random_(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The lower end, but not nothing."""
    return [(st, Const(0.001))]
