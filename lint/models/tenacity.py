"""tenacity: `@retry(…)`, `Retrying(…)`, its stops, predicates and waits."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeGuard

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import (
    NONE,
    TRUE,
    Const,
    Ext,
    Func,
    Lam,
    Made,
    Partial,
    Ref,
    Thrown,
    Unk,
    Value,
    Wrapped,
)
from .attempts import outcome_of, retry_state
from .layers import SOME, Answer, Policy, Waits, asked, contrary, decide, raised_as, run, seconds, site_of
from .table import layer, made, model

_ASKING: Final = ("retry_if_exception", "retry_if_result", "retry_if_not_result")
_TENACITY: Final = ("tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying", "tenacity.retrying.retry")


@model("tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying")
def tenacity_retry(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`@retry` or `@retry(…)`."""
    if args and isinstance(args[0], (Func, Lam, Wrapped, Partial)) and name == "tenacity.retry":
        return [(st, Wrapped("tenacity", args[0], None, *site))]
    return [(st, Made(name, tuple(args), (*kwargs, ("__site__", Const(site)))))]


@model(*(f"tenacity.{package}{name}" for package in ("", "retry.") for name in _ASKING), "tenacity.wait_exception")
def tenacity_asking(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """What holds a function of the client's: it is asked where the policy decides."""
    return [(st, Made(name, tuple(args), tuple(kwargs)))]


@made(*_TENACITY)
def tenacity_apply(it: Any, st: State, policy: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """The decorator on a function, or `Retrying(…)(function, *args)`."""
    where = site_of(policy, site)
    if policy.name == "tenacity.retry":
        return [(st, Wrapped("tenacity", args[0], policy, *where))] if args else [(st, NONE)]
    wrapped = Wrapped("tenacity", args[0] if args else NONE, policy, *where)
    found: Found = it.call_wrapped(wrapped, args[1:], kwargs, st, site)
    return found


@layer("tenacity")
def tenacity_layer(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """A call through @retry."""
    policy = tenacity_policy(it, func.policy, (func.module, func.n))
    return run(
        it, policy, lambda s: it.call(func.func, list(args), list(kwargs), s, None, site), st, (func.module, func.n)
    )


def tenacity_policy(it: Any, options: Value | None, site: Any) -> Policy:
    """What the arguments of tenacity's retry say."""
    given = options if isinstance(options, Made) else Made("tenacity.retry")
    predicate, stop, wait = (
        given.get(-1, "retry"),
        given.get(-1, "stop"),
        given.get(-1, "wait"),
    )
    attempts, budget, unsure = tenacity_stop(stop)
    own = tuple(_own_stops(stop))
    reraise = given.get(-1, "reraise") == TRUE
    callback = given.get(-1, "retry_error_callback")

    def asks(it: Any, st: State, value: Value, attempt: int) -> Answer:
        return tenacity_predicate(it, predicate, st, value, attempt, site)

    def waits(it: Any, st: State, value: Value, attempt: int) -> Waits:
        return tenacity_wait(it, wait, st, value, attempt, site)

    def stops(it: Any, st: State, value: Value, attempt: int) -> Answer:
        going: Answer = [(st, False)]
        for func in own:
            open_ = [s for s, a in going if a is False]
            going = [(s, a) for s, a in going if a is not False]
            going += [r for s in open_ for r in asked(it, func, [retry_state(it, s, value, attempt)], s, site)]
        return going

    def ends(it: Any, st: State, value: Value) -> Found:
        if callback is not None and callback != NONE:
            if isinstance(value, Thrown):
                st.note("catch", site)
            found: Found = it.call(callback, [retry_state(it, st, value, attempts or 1)], [], st, None, site)
            return found
        if isinstance(value, Thrown) and reraise:
            return [(st, value)]
        cause = value.exc if isinstance(value, Thrown) else NONE
        ref = it.alloc(
            st, Inst(Ext("tenacity.RetryError"), {"__cause__": cause, "last_attempt": outcome_of(it, st, value)})
        )
        return [(st, Thrown(ref))]

    hooks = tuple(h for h in (given.get(-1, "before_sleep"), given.get(-1, "after")) if h is not None and h != NONE)
    own_stops = stops if own else None
    foresees = _has(stop, "stop_before_delay")
    types = predicate.get(0, "exception_types") if _is_type(predicate) else None
    return Policy("tenacity", asks, waits, attempts, ends, budget, hooks, unsure, own_stops, foresees, types)


def _is_type(predicate: Value | None) -> TypeGuard[Made]:
    return isinstance(predicate, Made) and predicate.name.endswith(".retry_if_exception_type")


def _own_stops(stop: Value | None) -> Iterator[Value]:
    """Functions of the client's own that say when to stop."""
    if isinstance(stop, (Func, Lam, Partial, Ref)):
        yield stop
    elif isinstance(stop, Made) and stop.name in ("operator.|", "tenacity.stop_any"):
        for one in stop.args:
            yield from _own_stops(one)


def _has(stop: Value | None, name: str) -> bool:
    """Whether a bound is of some kind, or has such a one in it."""
    return isinstance(stop, Made) and (stop.name.endswith(f".{name}") or any(_has(one, name) for one in stop.args))


def tenacity_stop(stop: Value | None) -> tuple[int | None, float | None, bool]:
    """(attempts, seconds, unsure) after which it stops."""
    match stop:
        case None | Const(None) | Func() | Lam() | Partial() | Ref():
            return None, None, False
        case Made("tenacity.stop_after_attempt" | "tenacity.stop.stop_after_attempt", args, kwargs):
            value = args[0] if args else dict(kwargs).get("max_attempt_number")
            if isinstance(value, Const) and isinstance(value.v, (int, float)):
                return math.ceil(value.v), None, False
            return 5, None, True
        case Made(
            "tenacity.stop_after_delay" | "tenacity.stop_before_delay" | "tenacity.stop.stop_after_delay", args, kwargs
        ):
            value = args[0] if args else next(iter(dict(kwargs).values()), None)
            seconds = float(value.v) if isinstance(value, Const) and isinstance(value.v, (int, float)) else 60.0
            return None, seconds, not isinstance(value, Const)
        case Made("operator.|", (a, b)) | Made("tenacity.stop_any", (a, b)):
            one, two = tenacity_stop(a), tenacity_stop(b)
            numbers = [x for x in (one[0], two[0]) if x is not None]
            seconds_ = [x for x in (one[1], two[1]) if x is not None]
            return min(numbers, default=None), min(seconds_, default=None), one[2] or two[2]
        case Made("operator.&", (a, b)) | Made("tenacity.stop_all", (a, b)):
            one, two = tenacity_stop(a), tenacity_stop(b)
            if one[0] is not None and two[0] is not None:
                return max(one[0], two[0]), None, one[2] or two[2]
            return None, max((x for x in (one[1], two[1]) if x is not None), default=None), True
        case Ext("tenacity.stop_never" | "tenacity.stop.stop_never"):
            return None, None, False
    return 5, None, True


def tenacity_predicate(it: Any, predicate: Value | None, st: State, value: Value, attempt: int, site: Any) -> Answer:
    """Whether tenacity would try again."""
    if predicate is None or predicate == NONE:
        return raised_as(it, st, value, None)
    if isinstance(predicate, Made):
        name = predicate.name.rsplit(".", 1)[-1]
        inner = predicate.args[0] if predicate.args else (predicate.kwargs[0][1] if predicate.kwargs else None)
        match name:
            case "retry_if_exception_type":
                return raised_as(it, st, value, inner)
            case "retry_if_not_exception_type":
                if not isinstance(value, Thrown):
                    return [(st, False)]
                return contrary(raised_as(it, st, value, inner))
            case "retry_unless_exception_type":
                return contrary(raised_as(it, st, value, inner))
            case "retry_if_exception" | "retry_if_not_exception":
                if not isinstance(value, Thrown) or inner is None:
                    return [(st, False)]
                return asked(it, inner, [value.exc], st, site)
            case "retry_if_exception_cause_type":
                obj = it.obj(st, value.exc) if isinstance(value, Thrown) and isinstance(value.exc, Ref) else None
                cause = obj.attrs.get("__cause__") if isinstance(obj, Inst) else None
                return raised_as(it, st, Thrown(cause), inner) if cause is not None else [(st, False)]
            case "retry_if_result" | "retry_if_not_result":
                if isinstance(value, Thrown) or inner is None:
                    return [(st, False)]
                found = asked(it, inner, [value], st, site)
                return found if name == "retry_if_result" else contrary(found)
            case "retry_if_exception_message" | "retry_if_not_exception_message":
                if not isinstance(value, Thrown):
                    return [(st, False)]
                it.note_text(Unk(("message", site), "str", "message", True), st, site)
                return decide(it, st, Unk(("message", site), "bool", "message", True), site)
            case "retry_any" | "|":
                return _any(it, predicate.args, st, value, attempt, site, True)
            case "retry_all" | "&":
                return _any(it, predicate.args, st, value, attempt, site, False)
    if isinstance(predicate, Ext):
        name = predicate.name.rsplit(".", 1)[-1]
        if name in ("retry_never", "retry_always"):
            return [(st, name == "retry_always")]
    return asked(it, predicate, [retry_state(it, st, value, attempt)], st, site)


def _any(
    it: Any, predicates: tuple[Value, ...], st: State, value: Value, attempt: int, site: Any, wanted: bool
) -> Answer:
    going: Answer = [(st, not wanted)]
    for predicate in predicates:
        open_ = [s for s, a in going if a is not wanted and not isinstance(a, Thrown)]
        going = [(s, a) for s, a in going if a is wanted or isinstance(a, Thrown)]
        going += [r for s in open_ for r in tenacity_predicate(it, predicate, s, value, attempt, site)]
    return going


def tenacity_wait(it: Any, wait: Value | None, st: State, value: Value, attempt: int, site: Any) -> Waits:
    """The least seconds that tenacity waits after an attempt (numbered from 1)."""
    match wait:
        case None | Const(None):
            return [(st, 0.0)]
        case Ext(name):
            return [(st, 0.0 if name.endswith("wait_none") else None)]
        case Made(name, args) if args:
            match name.rsplit(".", 1)[-1]:
                case "wait_chain":
                    return tenacity_wait(it, args[min(attempt, len(args)) - 1], st, value, attempt, site)
                case "wait_combine" | "+":
                    return _sum(it, args, st, value, attempt, site)
                case "wait_exception":
                    return seconds(it, args[0], [value.exc if isinstance(value, Thrown) else value], st, site)
    if isinstance(wait, Made):
        return [(st, _made_wait(it, wait, attempt))]
    return seconds(it, wait, [retry_state(it, st, value, attempt)], st, site)


def _sum(it: Any, waits: tuple[Value, ...], st: State, value: Value, attempt: int, site: Any) -> Waits:
    """Waits that are added up."""
    if not waits:
        return [(st, 0.0)]
    found: Waits = []
    for s, first in tenacity_wait(it, waits[0], st, value, attempt, site):
        if isinstance(first, Thrown):
            found.append((s, first))
            continue
        for end, rest in _sum(it, waits[1:], s, value, attempt, site):
            both = None if first is None or rest is None or isinstance(rest, Thrown) else first + rest
            found.append((end, rest if isinstance(rest, Thrown) else both))
    return found


def _made_wait(it: Any, wait: Made, attempt: int) -> float | None:
    """tenacity's own waits of numbers."""
    name = wait.name.rsplit(".", 1)[-1]

    def arg(position: int, key: str, default: float | None) -> float | None:
        given = wait.get(position, key)
        return default if given is None else it.seconds(given)

    match name:
        case "wait_fixed":
            return arg(0, "wait", None)
        case "wait_none":
            return 0.0
        case "wait_random":
            low, high = arg(0, "min", 0.0), arg(1, "max", 1.0)
            return None if low is None else max(low, SOME if high else 0.0)
        case "wait_incrementing":
            start, step, cap = arg(0, "start", 0.0), arg(1, "increment", 100.0), arg(2, "max", 1e9)
            return (
                None if None in (start, step, cap) else min(cap or 0.0, (start or 0.0) + (step or 0.0) * (attempt - 1))
            )
        case "wait_exponential" | "wait_random_exponential" | "wait_full_jitter" | "wait_exponential_jitter":
            return _exponential(name, arg, attempt)
    return None


def _exponential(name: str, arg: Callable[..., float | None], attempt: int) -> float | None:
    if name == "wait_exponential_jitter":
        first, cap, base, low = arg(0, "initial", 1.0), arg(1, "max", 1e9), arg(2, "exp_base", 2.0), 0.0
    else:
        first, cap, base, low = (
            arg(0, "multiplier", 1.0),
            arg(1, "max", 1e9),
            arg(2, "exp_base", 2.0),
            arg(3, "min", 0.0) or 0.0,
        )
    if first is None or cap is None or base is None:
        return None
    if name in ("wait_random_exponential", "wait_full_jitter"):
        return max(low, SOME)
    return max(low, min(cap, first * base ** (attempt - 1)))
