"""stamina: `@retry(…)` and retrying callers."""

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
    Partial,
    Thrown,
    Value,
    Wrapped,
)
from .layers import Answer, Policy, Waits, asked, raised_as, run, site_of
from .table import layer, made, model


@model("stamina.retry", "stamina.retry_context")
def stamina_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The decorator's arguments, kept."""
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@made("stamina.retry")
def stamina_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function."""
    return [(st, Wrapped("stamina", args[0], policy, *site_of(policy, site)))] if args else [(st, NONE)]


@layer("stamina")
def stamina_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through stamina."""
    assert isinstance(func.policy, Made)
    place = (func.module, func.n)
    policy = stamina_policy(it, func.policy, place)
    return run(it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, place)


def stamina_policy(it: Any, given: Made, site: Any) -> Policy:
    """Ten attempts, 45 s, exponential from 0.1 s to 5 s with a jitter of up to 1 s on top, unless told otherwise."""
    condition = given.get(0, "on")

    def number(key: str, default: float | None) -> float | None:
        value = given.get(-1, key)
        return default if value is None else (None if value == NONE else it.seconds(value))

    attempts = number("attempts", 10)
    timeout = number("timeout", 45.0)

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        if isinstance(condition, (Func, Lam, Partial)) and isinstance(value, Thrown):
            return asked(it, condition, [value.exc], st, site)
        return raised_as(it, st, value, condition)

    def waits(it: Any, st: State, value: Value, attempt: int) -> Waits:
        first, cap, base = number("wait_initial", 0.1), number("wait_max", 5.0), number("wait_exp_base", 2.0)
        if first is None or cap is None or base is None:
            return [(st, None)]
        return [(st, min(cap, first * base ** (attempt - 1)))]

    return Policy(
        "stamina",
        asks,
        waits,
        None if attempts is None else int(attempts),
        lambda it, st, value: [(st, value)],
        timeout,
        foresees=False,
        types=condition,
    )


@made("stamina.RetryingCaller", "stamina.AsyncRetryingCaller", "stamina.BoundRetryingCaller")
def stamina_caller(it: Any, st: State, caller: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """`caller(SomeError, function, *args)`."""
    on = caller.args[0] if caller.name.endswith("BoundRetryingCaller") and caller.args else (args[0] if args else NONE)
    rest = args if caller.name.endswith("BoundRetryingCaller") else args[1:]
    if not rest:
        return [(st, NONE)]
    policy = Made("stamina.retry", (on,), caller.kwargs)
    return stamina_layer(it, Wrapped("stamina", rest[0], policy, *site), list(rest[1:]), kwargs, st, site)
