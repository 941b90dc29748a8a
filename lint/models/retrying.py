"""The retrying library: `@retry(stop_max_attempt_number=…)`."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import (
    NONE,
    Const,
    Func,
    Lam,
    Made,
    Thrown,
    Value,
    Wrapped,
)
from .layers import Answer, Policy, Waits, asked, run, site_of
from .table import layer, made, model


@model("retrying.retry")
def retrying_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`@retry(stop_max_attempt_number=…)`; milliseconds."""
    if args and isinstance(args[0], (Func, Lam)):
        return [(st, Wrapped("retrying", args[0], Made(name), *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("retrying.retry")
def retrying_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("retrying", args[0], policy, *site_of(policy, site)))] if args else [(st, NONE)]


@layer("retrying")
def retrying_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through retrying."""
    given = func.policy if isinstance(func.policy, Made) else Made("retrying.retry")
    place = (func.module, func.n)

    def ms(key: str) -> float | None:
        value = given.get(-1, key)
        seconds = it.seconds(value) if value is not None else None
        return None if seconds is None else seconds / 1000

    tries = given.get(-1, "stop_max_attempt_number")
    on_exc, on_result = given.get(-1, "retry_on_exception"), given.get(-1, "retry_on_result")

    def asks(it: Any, s: State, value: Value, attempt: int) -> Answer:
        if isinstance(value, Thrown):
            if on_exc is None:
                return [(s, True)] if on_result is None else [(s, False)]
            return asked(it, on_exc, [value.exc], s, place)
        if on_result is None:
            return [(s, False)]
        return asked(it, on_result, [value], s, place)

    def waits(it: Any, s: State, value: Value, attempt: int) -> Waits:
        fixed, growth = ms("wait_fixed"), ms("wait_exponential_multiplier")
        if growth is not None:
            return [(s, min(ms("wait_exponential_max") or 1e9, growth * 2.0**attempt))]
        return [(s, fixed or ms("wait_random_min") or ms("wait_incrementing_start") or 0.0)]

    attempts = int(tries.v) if isinstance(tries, Const) else None
    policy = Policy(
        "retrying", asks, waits, attempts, lambda it, s, value: [(s, value)], ms("stop_max_delay"), foresees=False
    )
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)
