"""backoff: `@on_exception` and `@on_predicate`."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import (
    FALSE,
    NONE,
    Const,
    Ext,
    Made,
    Thrown,
    Value,
    Wrapped,
)
from .layers import SOME, Answer, Policy, Waits, asked, contrary, decide, raised_as, run, seconds, site_of
from .table import layer, made, model


@model("backoff.on_exception", "backoff.on_predicate")
def backoff_on(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's arguments, kept."""
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("backoff.on_exception", "backoff.on_predicate")
def backoff_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("backoff", args[0], policy, *site_of(policy, site)))] if args else [(st, NONE)]


@layer("backoff")
def backoff_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through backoff."""
    assert isinstance(func.policy, Made)
    place = (func.module, func.n)
    policy = backoff_policy(it, func.policy, st, place)
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)


def backoff_policy(it: Any, given: Made, st: State, site: Any) -> Policy:
    """What the arguments of backoff say."""
    on_exception = given.name.endswith("on_exception")
    condition = given.get(1, "exception" if on_exception else "predicate")
    giveup = given.get(-1, "giveup")
    tries, time = given.get(-1, "max_tries"), given.get(-1, "max_time")
    attempts = _tries(tries)
    budget = it.seconds(time) if isinstance(time, Const) and time.v is not None else None

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        if not on_exception:
            if isinstance(value, Thrown):
                return [(st, False)]
            if condition is None or condition == NONE:
                return contrary(decide(it, st, value, site))
            return asked(it, condition, [value], st, site)
        found: Answer = []
        for s, caught in raised_as(it, st, value, condition):
            if not caught or giveup is None or giveup == NONE or not isinstance(value, Thrown):
                found.append((s, caught))
            else:
                found.extend(contrary(asked(it, giveup, [value.exc], s, site)))
        return found

    def waits(it: Any, st: State, value: Value, attempt: int) -> Waits:
        func = given.get(-1, "value")
        if given.get(0, "wait_gen") != Ext("backoff.runtime") or func is None:
            return [(st, backoff_wait(it, given, attempt))]
        if attempts is not None and attempt >= attempts:
            return [(st, 0.0)]  # it has given up before it asks
        return seconds(it, func, [value.exc if isinstance(value, Thrown) else value], st, site)

    def ends(it: Any, st: State, value: Value) -> Found:
        if given.get(-1, "raise_on_giveup") == FALSE and isinstance(value, Thrown):
            st.note("catch", site)
            return [(st, NONE)]
        return [(st, value)]

    hooks = tuple(h for h in (given.get(-1, "on_backoff"),) if h is not None and h != NONE)
    return Policy(
        "backoff",
        asks,
        waits,
        attempts,
        ends,
        budget,
        hooks,
        tries not in (None, NONE) and not isinstance(tries, Const),
        types=condition if on_exception else None,
    )


def _tries(given: Value | None) -> int | None:
    """How many tries at most; backoff ends at exactly that many, so at no fraction ever."""
    if given in (None, NONE):
        return None
    if isinstance(given, Const) and isinstance(given.v, (int, float)):
        return int(given.v) if given.v == int(given.v) else None
    return 5


def backoff_wait(it: Any, given: Made, attempt: int) -> float | None:
    """The least seconds before the next try; full jitter, the default, may be next to nothing."""
    generator = given.get(0, "wait_gen")
    name = generator.name.rsplit(".", 1)[-1] if isinstance(generator, Ext) else ""

    def arg(key: str, default: float | None) -> float | None:
        value_ = given.get(-1, key)
        return default if value_ is None else (None if value_ == NONE else it.seconds(value_))

    jitter = given.get(-1, "jitter")
    full = jitter is None or (isinstance(jitter, Ext) and jitter.name.endswith("full_jitter"))
    cap = arg("max_value", None)
    match name:
        case "expo":
            base, factor = arg("base", 2.0), arg("factor", 1.0)
            if base is None or factor is None:
                return None
            least = factor * base ** (attempt - 1)
        case "constant":
            interval = arg("interval", 1.0)
            if interval is None:
                return None
            least = interval
        case "fibo":
            a, b = 1.0, 1.0
            for _ in range(attempt - 1):
                a, b = b, a + b
            least = a
        case _:
            return None
    least = least if cap is None else min(least, cap)
    return min(SOME, least) if full else least
