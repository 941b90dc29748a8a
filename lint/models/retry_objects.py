"""Retry objects that a client holds: `for attempt in Retrying(…)`, `retrying.wraps(…)`."""

from __future__ import annotations

from typing import Any

from .. import ir
from ..flow.core import Args, Found, Kwargs
from ..flow.ends import BREAK, CONTINUE, Ends, Raise
from ..flow.state import Inst, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    Made,
    Thrown,
    Wrapped,
)
from .attempts import retry_state
from .layers import leave, run, site_of
from .stamina import stamina_policy
from .table import driver
from .tenacity import tenacity_apply, tenacity_policy


@driver("tenacity.Retrying", "tenacity.AsyncRetrying", "stamina.retry_context")
def retrying_loop(it: Any, stmt: ir.For, source: Made, st: State, cx: Any) -> Ends:
    """`for attempt in Retrying(…): with attempt: …`: what the with body raises is the attempt's outcome."""
    site = (cx.module, stmt.n)
    policy = (
        stamina_policy(it, source, site) if source.name.startswith("stamina") else tenacity_policy(it, source, site)
    )
    done: Ends = []

    def once(state: State) -> Found:
        manager = it.alloc(
            state,
            Inst(
                Ext("tenacity.AttemptManager"),
                {"retry_state": retry_state(it, state, NONE, 1), "__outcome__": NONE, "num": Const(1)},
            ),
        )
        found: Found = []
        for s, comp in it.assign(stmt.target, manager, state, cx):
            for end, inner in it.exec_block(stmt.body, s, cx) if comp is None else [(s, comp)]:
                if inner is not None and inner is not CONTINUE:
                    done.append((leave(end, site), None if inner is BREAK else inner))
                    continue
                outcome = it.obj(end, manager).attrs["__outcome__"]
                found.append((end, outcome))
        return found

    for s, value in run(it, policy, once, st, site):
        done.append((s, Raise(value.exc) if isinstance(value, Thrown) else None))
    return done


def made_layer_method(it: Any, recv: Made, name: str, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found | None:
    """Methods of tenacity's and stamina's objects."""
    if recv.name in ("tenacity.Retrying", "tenacity.AsyncRetrying"):
        if name in ("call", "__call__") and args:
            return tenacity_apply(it, st, recv, args, kwargs, site)
        if name == "wraps" and args:
            return [(st, Wrapped("tenacity", args[0], recv, *site_of(recv, site)))]
        if name == "copy":
            return [(st, Made(recv.name, recv.args, (*recv.kwargs, *kwargs)))]
    if recv.name in ("stamina.RetryingCaller", "stamina.AsyncRetryingCaller") and name == "on":
        return [(st, Made("stamina.BoundRetryingCaller", tuple(args), recv.kwargs))]
    return None
